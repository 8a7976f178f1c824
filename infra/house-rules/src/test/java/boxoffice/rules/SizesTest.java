package boxoffice.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the repository's own sources to their sizes, and sees too long ones. */
class SizesTest {

    private static final Sizes SIZES = new Sizes(300, 70, 100);

    private static final int SAGA_LINES_MAX = 40;

    private static final Path ROOT = root();

    @TempDir Path folder;

    @Test
    void keepsFilesMethodsAndLinesShort() throws IOException {
        var sources = Sizes.sourcesUnder(ROOT);
        assertThat(sources).as("the sources were found").hasSizeGreaterThan(100);
        assertThat(SIZES.breaches(sources)).isEmpty();
    }

    /** The whole saga is to be read on one screen. */
    @ParameterizedTest
    @ValueSource(strings = {"BookingSaga.book", "BookingSaga.sell"})
    void keepsTheSagaOnOneScreen(String name) throws IOException {
        var sources = Sizes.sourcesUnder(ROOT.resolve("booking-workflow/service/src/main"));
        assertThat(Sizes.methods(sources).stream().filter(method -> method.name().equals(name)))
                .singleElement()
                .satisfies(
                        method -> assertThat(method.lines()).isLessThanOrEqualTo(SAGA_LINES_MAX));
    }

    @Test
    void seesAFileThatIsTooLong() throws IOException {
        assertThat(breachesOf("class Long {\n" + "    int x;\n\n".repeat(150) + "}\n"))
                .singleElement()
                .asString()
                .endsWith("Planted.java has 302 lines");
        assertThat(breachesOf("class Long {\n" + "\n".repeat(298) + "}\n")).isEmpty();
    }

    @Test
    void seesAMethodThatIsTooLong() throws IOException {
        assertThat(breachesOf(methodOf(71)))
                .singleElement()
                .asString()
                .endsWith("Planted.grow has 71 lines");
        assertThat(breachesOf(methodOf(70))).isEmpty();
    }

    @Test
    void seesAConstructorAndAMethodOfALocalClassThatAreTooLong() throws IOException {
        var statements = "        int x;\n".repeat(70);
        assertThat(breachesOf("class Planted {\n    Planted() {\n" + statements + "    }\n}\n"))
                .singleElement()
                .asString()
                .endsWith("Planted.<init> has 72 lines");
        var local = "class Planted { Object o = new Object() {\n    void in() {\n%s}};\n}\n";
        assertThat(breachesOf(local.formatted(statements))).hasSize(1);
    }

    @Test
    void seesALineThatIsTooWide() throws IOException {
        assertThat(breachesOf("// " + "x".repeat(98) + "\nclass Planted {}\n"))
                .singleElement()
                .asString()
                .endsWith("Planted.java:1 is 101 wide");
        assertThat(breachesOf("// " + "공".repeat(97) + "\nclass Planted {}\n")).isEmpty();
    }

    @Test
    void leavesOutWhatABuildHasMade() throws IOException {
        var made = Files.createDirectories(folder.resolve("service/target/generated"));
        Files.writeString(made.resolve("Made.java"), "class Made {}");
        assertThat(Sizes.sourcesUnder(folder)).isEmpty();
    }

    private List<String> breachesOf(String source) throws IOException {
        var file = Files.writeString(folder.resolve("Planted.java"), source);
        return SIZES.breaches(List.of(file));
    }

    private static String methodOf(int lines) {
        return "class Planted {\n    @Override\n    public void grow() {\n"
                + "        x();\n".repeat(lines - 3)
                + "    }\n}\n";
    }

    /** Where the build is run from differs; the wrapper marks the top. */
    private static Path root() {
        var folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("mvnw"))) {
            folder = Objects.requireNonNull(folder.getParent(), "no mvnw above the working folder");
        }
        return folder;
    }
}
