package boxoffice.bench;

import static boxoffice.bench.Measuring.say;

import boxoffice.kernel.BuyerId;
import boxoffice.local.system.LocalSystem;
import boxoffice.local.system.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/**
 * {@link FrontDoorSimulation}, by Gatling in a process of its own, before the gateway of a local
 * system.
 */
public final class FrontDoorBench {

    /** More than come: Gatling ends a run whose file of tokens does. */
    private static final int BUYERS = 600;

    private FrontDoorBench() {}

    /**
     * @param arguments as for {@link Bench}
     */
    public static void main(String[] arguments) {
        Measuring.main(arguments, FrontDoorBench::measure);
    }

    private static void measure(LocalSystem system, Path data) throws IOException, SQLException {
        var tokens = data.resolve("tokens.csv");
        var lines = new StringBuilder(FrontDoorSimulation.TOKEN).append('\n');
        for (var i = 0; i < BUYERS; i++) {
            var buyer = new BuyerId("bench-" + i);
            SampleHouse.givePoints(system, buyer);
            lines.append(system.issuer().token(buyer.value())).append('\n');
        }
        Files.writeString(tokens, lines);
        simulate(system, data, tokens);
        say("%nload at the end %s", Machine.load());
    }

    private static void simulate(LocalSystem system, Path data, Path tokens) throws IOException {
        var line =
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        // Gatling asks for both.
                        "--add-opens=java.base/java.lang=ALL-UNNAMED",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        property(FrontDoorSimulation.DOOR, system.address(Service.GATEWAY)),
                        property(FrontDoorSimulation.TOKENS, tokens),
                        "io.gatling.app.Gatling",
                        "--simulation",
                        FrontDoorSimulation.class.getName(),
                        "--results-folder",
                        data.resolve("gatling").toString(),
                        // Figures on the terminal are enough; its pages of charts are another
                        // library, under a licence of its own.
                        "--no-reports");
        var gatling = new ProcessBuilder(line).inheritIO().start();
        try {
            var code = gatling.waitFor();
            if (code != 0) {
                throw new IllegalStateException("Gatling ended with " + code);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } finally {
            gatling.destroy();
        }
    }

    private static String property(String name, Object value) {
        return "-D%s=%s".formatted(name, value);
    }
}
