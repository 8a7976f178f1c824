package boxoffice.system;

import static org.assertj.core.api.Assertions.assertThat;

import boxoffice.local.system.Service;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Whatever the gateway's OpenAPI document allows, and whatever it forbids, sent by Schemathesis as
 * a buyer, a promoter and an operator at once: nothing is a fault of ours, nothing is answered that
 * is not in the document, and the books balance afterwards. The sample dates are worth nothing
 * after this, so its name puts it last.
 */
@Tag("thorough")
class WhateverIT {

    /** In all, by the gateway's own count. */
    private static final int REQUESTS_MIN = 10_000;

    private static final Duration LIMIT = Duration.ofMinutes(18);
    private static final Path PACKAGES = Path.of("schemathesis", "requirements.txt");
    private static final Pattern VERSION =
            Pattern.compile("^schemathesis==(\\S+)", Pattern.MULTILINE);
    private static final List<String> ROLES = List.of("mina", "park", "kim");

    @BeforeAll
    static void needsARealTemporal() {
        House.assumeRealTemporal();
    }

    @Test
    void answersAsDocumentedWhateverItIsSent() throws Exception {
        var program = program();
        var folder = Path.of("target", "schemathesis").toAbsolutePath();
        Files.createDirectories(folder);
        var document = folder.resolve("openapi.json");
        Files.writeString(document, Tools.document());
        // Unpaid seats come free while others still ask for them.
        Sql.update(Service.CONCERT, "update schedules set hold_seconds = 5");
        var before = requests();

        var running = new TreeMap<String, Tools.Running>();
        for (var role : ROLES) {
            running.put(role, start(program, folder.resolve(role), document, role));
        }
        var failures = new ArrayList<String>();
        for (var run : running.entrySet()) {
            if (run.getValue().awaitEnd(LIMIT) != 0) {
                failures.add("as " + run.getKey() + ":\n" + run.getValue().said());
            }
        }

        assertThat(failures).isEmpty();
        assertThat(requests() - before).as("requests").isGreaterThanOrEqualTo(REQUESTS_MIN);
        endWhatIsUnpaid();
        Books.balanceWhenAllHasEnded();
    }

    private static Path program() throws IOException {
        var packages = Files.readString(Tools.INSTRUCTIONS.resolve(PACKAGES));
        var version = VERSION.matcher(packages);
        assertThat(version.find()).isTrue();
        return Tools.cached(
                "schemathesis",
                "schemathesis-" + version.group(1),
                PACKAGES,
                Path.of("bin", "schemathesis").toString());
    }

    private static Tools.Running start(Path program, Path folder, Path document, String role)
            throws IOException {
        Files.createDirectories(folder);
        return Tools.Running.start(
                folder,
                folder.resolve("output.txt"),
                Map.of(
                        "BOXOFFICE_TOKEN",
                        House.system().issuer().token(role),
                        "NO_PROXY",
                        "127.0.0.1"),
                List.of(
                        program.toString(),
                        "--config-file",
                        Tools.INSTRUCTIONS
                                .resolve("schemathesis/schemathesis.toml")
                                .toAbsolutePath()
                                .toString(),
                        "run",
                        document.toString(),
                        "--no-color",
                        "--url",
                        gateway().toString(),
                        "--report",
                        "ndjson",
                        "--report-dir",
                        folder.toString()));
    }

    private static URI gateway() {
        return House.system().address(Service.GATEWAY);
    }

    /** How many the gateway has noted in its log. */
    private static long requests() throws IOException {
        try (var lines = Files.lines(House.system().log(Service.GATEWAY))) {
            return lines.filter(line -> line.contains(" trace=")).count();
        }
    }

    private static void endWhatIsUnpaid() {
        House.system()
                .temporal()
                .cli(
                        List.of(
                                "workflow",
                                "cancel",
                                "--yes",
                                "--reason",
                                "the test is over",
                                "--query",
                                "WorkflowType = 'Booking' and ExecutionStatus = 'Running'"));
    }
}
