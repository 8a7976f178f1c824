package boxoffice.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.regex.Pattern;

/** The commands of the operators' page, run as they are written there. */
final class Commands {
    private Commands() {}

    /** The block below the mark {@code <!-- command: NAME -->} of the page. */
    static String documented(String name) throws IOException {
        var page = Files.readString(House.root().resolve("infra/docs/operating.md"));
        var block =
                Pattern.compile(
                                "<!-- command: "
                                        + Pattern.quote(name)
                                        + " -->\\s*```\\w*\\n(.*?)```",
                                Pattern.DOTALL)
                        .matcher(page);
        assertThat(block.find()).as("command %s in operating.md", name).isTrue();
        return block.group(1).strip();
    }

    /** Runs a command line in a shell that reaches this system's Temporal; gives what it said. */
    static String run(String line) throws IOException, InterruptedException {
        var temporal = House.system().temporal();
        var builder = new ProcessBuilder("sh", "-c", line).redirectErrorStream(true);
        var environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("TEMPORAL_"));
        environment.put("TEMPORAL_ADDRESS", temporal.target());
        environment.put("TEMPORAL_CLI_ADDRESS", temporal.target());
        environment.merge(
                "PATH",
                String.valueOf(temporal.binary().getParent()),
                (path, folder) -> folder + File.pathSeparator + path);
        var process = builder.start();
        process.getOutputStream().close();
        var said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as("%s said %s", line, said).isZero();
        return said;
    }

    static boolean isOnPath(String program) {
        return Arrays.stream(System.getenv("PATH").split(Pattern.quote(File.pathSeparator), -1))
                .anyMatch(folder -> new File(folder, program).canExecute());
    }
}
