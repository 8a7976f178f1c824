package boxoffice.system;

import static org.assertj.core.api.Assertions.assertThat;

import boxoffice.local.system.Service;
import boxoffice.testing.Skips;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What a stranger can do with the gateway's OpenAPI document alone: openapi-generator makes a
 * client of it, the client compiles, and whoever has it books a seat.
 */
@Tag("thorough")
class GeneratedClientIT {

    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final Path FOLDER = Path.of("target", "clients").toAbsolutePath();
    private static final Path GENERATOR = FOLDER.resolve("openapi-generator-cli.jar");
    private static final Path PACKAGES = Path.of("typescript", "package.json");
    private static final Pattern TYPESCRIPT = Pattern.compile("\"typescript\": \"([0-9.]+)\"");

    @BeforeAll
    static void needsTheGenerator() {
        if (!Files.exists(GENERATOR)) {
            Skips.because(GENERATOR + " is not there: ./mvnw -Pthorough fetches it");
        }
    }

    @Test
    void booksASeatInJava() throws Exception {
        var client =
                generate(
                        "java",
                        "--library",
                        "native",
                        "--additional-properties",
                        "useJackson3=true,useJspecify=true,useJakartaEe=true,openApiNullable=false,"
                                + "invokerPackage=stranger,apiPackage=stranger.api,"
                                + "modelPackage=stranger.model");
        var sources = new ArrayList<String>();
        sources.add(Tools.INSTRUCTIONS.resolve("java/BooksASeat.java").toAbsolutePath().toString());
        try (var files = Files.walk(client.resolve("src/main/java"))) {
            files.map(Path::toString).filter(it -> it.endsWith(".java")).forEach(sources::add);
        }
        var classPath = System.getProperty("java.class.path");
        var compiled = client.resolve("compiled").toString();
        var compile = new ArrayList<>(List.of(jdk("javac"), "-nowarn", "-d", compiled));
        compile.addAll(List.of("-cp", classPath));
        compile.addAll(sources);
        run(client, "compile", compile);

        book(client, List.of(jdk("java"), "-cp", compiled + ":" + classPath, "BooksASeat"));
    }

    @Test
    void booksASeatInTypeScript() throws Exception {
        var packages = Files.readString(Tools.INSTRUCTIONS.resolve(PACKAGES));
        var version = TYPESCRIPT.matcher(packages);
        assertThat(version.find()).isTrue();
        var compiler =
                Tools.cached(
                        "typescript",
                        "typescript-" + version.group(1),
                        Path.of("typescript", "package-lock.json"),
                        Path.of("node_modules", ".bin", "tsc").toString());
        var generated =
                generate("typescript-fetch", "--additional-properties", "importFileExtension=.js");
        var project = generated.resolveSibling("typescript");
        Files.createDirectories(project);
        for (var file : List.of("booksASeat.ts", "tsconfig.json", "package.json")) {
            var copy = project.resolve(file);
            Files.deleteIfExists(copy);
            Files.copy(Tools.INSTRUCTIONS.resolve("typescript").resolve(file), copy);
        }
        Files.deleteIfExists(project.resolve("client"));
        Files.createSymbolicLink(project.resolve("client"), generated);
        run(project, "compile", List.of(compiler.toString(), "-p", "."));

        book(project, List.of("node", "compiled/booksASeat.js"));
    }

    /** The folder of the client. */
    private static Path generate(String generator, String... options) throws Exception {
        var client = FOLDER.resolve(generator);
        var document = FOLDER.resolve(generator + ".json");
        Files.createDirectories(FOLDER);
        Files.writeString(document, Tools.document());
        var line = new ArrayList<>(List.of(jdk("java"), "-jar", GENERATOR.toString(), "generate"));
        line.addAll(List.of("-i", document.toString(), "-g", generator, "-o", client.toString()));
        line.addAll(List.of(options));
        run(client, "generate", line);
        return client;
    }

    /** Gives what the stranger's program needs to know, and looks at what came of it. */
    private static void book(Path folder, List<String> program) throws Exception {
        var buyer = Buyer.withPoints(1_000_000);
        var seat = Seats.inTheArena(1).getFirst();
        var line = new ArrayList<>(program);
        line.add(House.system().address(Service.GATEWAY).toString());
        line.addAll(List.of(buyer.token(), Seats.ARENA, seat));
        var order = run(folder, "book", line).lines().toList().getLast();

        assertThat(buyer.order(order).expect(200).text("state")).isEqualTo("CONFIRMED");
        assertThat(Seats.state(Seats.ARENA, seat)).isEqualTo("SOLD");
        assertThat(buyer.points()).isEqualTo(1_000_000 - Seats.ARENA_PRICE);
    }

    private static String run(Path folder, String step, List<String> line)
            throws IOException, InterruptedException {
        var log = folder.resolveSibling(folder.getFileName() + "-" + step + ".log");
        var running = Tools.Running.start(folder, log, Map.of(), line);
        var code = running.awaitEnd(LIMIT);
        assertThat(code).as("%s said %s", step, running.said()).isZero();
        return running.said();
    }

    private static String jdk(String program) {
        return Path.of(System.getProperty("java.home"), "bin", program).toString();
    }
}
