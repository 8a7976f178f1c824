package boxoffice.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Who may do what, as {@code roles.csv} says it. */
final class Grid {
    private Grid() {}

    private static final String FILE = "infra/system-tests/src/test/resources/roles.csv";

    /** Those who ask, in the order of the columns. */
    enum Role {
        ANONYMOUS,
        BUYER,
        FOREIGN_BUYER,
        PROMOTER,
        FOREIGN_PROMOTER,
        OPERATOR
    }

    /**
     * One line.
     *
     * @param endpoint a method and a path in which the things asked for have names
     * @param body empty where none is sent
     * @param answers a status, and of a refusal the code
     */
    record Line(String endpoint, String body, Map<Role, String> answers) {

        String method() {
            return endpoint.split(" ")[0];
        }

        String path() {
            return endpoint.split(" ")[1];
        }

        /** Which of the document's operations it is about. */
        String operation() {
            return nameless(endpoint);
        }

        @Override
        public String toString() {
            return body.isEmpty() ? endpoint : endpoint + " " + body;
        }
    }

    /** What one calls {id} another calls {booking}. */
    static String nameless(String endpoint) {
        return endpoint.replaceAll("\\{[^}]*}", "{}");
    }

    static List<Line> lines() {
        try {
            return Files.readAllLines(House.root().resolve(FILE)).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .skip(1)
                    .map(Grid::line)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Line line(String text) {
        var cells = text.split(";", -1);
        var roles = Role.values();
        if (cells.length != 2 + roles.length) {
            throw new IllegalArgumentException("a cell for each role is wanted: " + text);
        }
        var answers = new TreeMap<Role, String>();
        IntStream.range(0, roles.length).forEach(n -> answers.put(roles[n], cells[n + 2].strip()));
        return new Line(cells[0].strip(), cells[1].strip(), answers);
    }
}
