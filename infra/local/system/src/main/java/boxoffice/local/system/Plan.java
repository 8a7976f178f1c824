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
 * @param isBrief whether it is soon stopped for good: its services then start sooner, never become
 *     as fast as they could, and leave nothing for their next start
 */
public record Plan(
        Path root,
        Path data,
        PortPlan ports,
        boolean sampleData,
        Set<Service> without,
        boolean isBrief) {

    public Plan {
        root = root.toAbsolutePath().normalize();
        data = data.toAbsolutePath().normalize();
        without = Set.copyOf(without);
    }

    /** All of it on free ports with sample data, kept in the given folder. */
    public static Plan forTests(Path root, Path data) {
        return new Plan(root, data, PortPlan.free(), true, Set.of(), false);
    }

    /** The same, but soon stopped for good. */
    public Plan briefly() {
        return new Plan(root, data, ports, sampleData, without, true);
    }

    Path logs() {
        return data.resolve("logs");
    }
}
