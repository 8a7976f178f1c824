package boxoffice.local.system;

import java.nio.file.Path;
import java.util.Set;

/**
 * What to start and where.
 *
 * @param root the repository, built up to {@code process-classes}
 * @param data the folder that keeps everything between two starts
 * @param sampleData whether concerts and wallets to try things with are put in
 * @param without services that are left to somebody else to start, such as an IDE
 */
public record Plan(Path root, Path data, PortPlan ports, boolean sampleData, Set<Service> without) {

    public Plan {
        root = root.toAbsolutePath().normalize();
        data = data.toAbsolutePath().normalize();
        without = Set.copyOf(without);
    }

    /** All of it on free ports with sample data, kept in the given folder. */
    public static Plan forTests(Path root, Path data) {
        return new Plan(root, data, PortPlan.free(), true, Set.of());
    }

    Path logs() {
        return data.resolve("logs");
    }
}
