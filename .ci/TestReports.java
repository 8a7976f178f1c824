import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Counts what Surefire and Failsafe reported below a directory: {@code TestReports ROOT SKIPS}.
 *
 * <p>Names every failed and every skipped test, says which skips the file SKIPS allows and why, and
 * ends with the line {@code N passed, N failed, N skipped}. The exit code is 1 if a test failed, if
 * a skip is not allowed, or if there is no report at all: a build that ran nothing proved nothing.
 *
 * <p>Run from its source by {@code .ci/run}: a JDK is what every machine here has.
 */
final class TestReports {

    private record AllowedSkip(Pattern pattern, String reason) {}

    private final List<AllowedSkip> allowedSkips;
    private final List<String> passed = new ArrayList<>();
    private final List<String> failed = new ArrayList<>();
    private final List<String> skipped = new ArrayList<>();

    private TestReports(List<AllowedSkip> allowedSkips) {
        this.allowedSkips = allowedSkips;
    }

    public static void main(String[] args) throws IOException {
        var reports = new TestReports(allowedSkips(Path.of(args[1])));
        var files = reportsBelow(Path.of(args[0]));
        files.forEach(reports::read);
        System.exit(reports.conclude(files.isEmpty()) ? 0 : 1);
    }

    private static List<AllowedSkip> allowedSkips(Path file) throws IOException {
        var skips = new ArrayList<AllowedSkip>();
        for (var line : Files.readAllLines(file)) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            var words = line.strip().split("\\s+", 2);
            if (words.length < 2) {
                throw new IllegalArgumentException(file + ": no reason given: " + line);
            }
            var pattern = Pattern.quote(words[0]).replace("*", "\\E.*\\Q");
            skips.add(new AllowedSkip(Pattern.compile(pattern, Pattern.DOTALL), words[1]));
        }
        return skips;
    }

    private static List<Path> reportsBelow(Path root) throws IOException {
        var reports = new ArrayList<Path>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (isReport(file)) {
                    reports.add(file);
                }
                return FileVisitResult.CONTINUE;
            }

            /** The build may still be removing what it made. */
            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) {
                return FileVisitResult.CONTINUE;
            }
        });
        return reports.stream().sorted().toList();
    }

    private static boolean isReport(Path file) {
        var name = file.getFileName().toString();
        var folder = file.getParent();
        return name.startsWith("TEST-")
                && name.endsWith(".xml")
                && (folder.endsWith("target/surefire-reports")
                        || folder.endsWith("target/failsafe-reports"));
    }

    /** A report that cannot be read is that of a JVM that died in the middle of its tests. */
    private void read(Path report) {
        try (var in = Files.newInputStream(report)) {
            var xml = XMLInputFactory.newFactory().createXMLStreamReader(in);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamReader.START_ELEMENT
                        && xml.getLocalName().equals("testcase")) {
                    readTest(xml);
                }
            }
        } catch (IOException | XMLStreamException broken) {
            failed.add(report.getFileName() + " cannot be read: " + broken.getMessage());
        }
    }

    private void readTest(XMLStreamReader xml) throws XMLStreamException {
        var test = xml.getAttributeValue(null, "classname")
                + "#"
                + xml.getAttributeValue(null, "name");
        var results = passed;
        for (int depth = 1; depth > 0; ) {
            switch (xml.next()) {
                case XMLStreamReader.START_ELEMENT -> {
                    depth++;
                    switch (xml.getLocalName()) {
                        case "failure", "error" -> results = failed;
                        case "skipped" -> results = skipped;
                        default -> {} // output, and failures of a run that was repeated
                    }
                }
                case XMLStreamReader.END_ELEMENT -> depth--;
                default -> {} // text
            }
        }
        results.add(test);
    }

    private boolean conclude(boolean nothingRan) {
        boolean good = failed.isEmpty() && !nothingRan;
        failed.forEach(test -> System.out.println("failed: " + test));
        for (var test : skipped) {
            var allowed = allowedSkips.stream()
                    .filter(skip -> skip.pattern().matcher(test).matches())
                    .findFirst();
            good &= allowed.isPresent();
            System.out.println(allowed.map(skip -> "skipped: " + test + ", for " + skip.reason())
                    .orElse("skipped, and must not be: " + test));
        }
        if (nothingRan) {
            System.out.println("no test ran");
        }
        System.out.printf(
                "%d passed, %d failed, %d skipped%n",
                passed.size(), failed.size(), skipped.size());
        return good;
    }
}
