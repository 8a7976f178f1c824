package boxoffice.web;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The lines of {@link Answers} that hold for one operation, by status. */
final class AnswerLines {

    private static final Pattern STATUS = Pattern.compile("[2345]\\d\\d");
    private static final Pattern CODE = Pattern.compile("[a-z]+(-[a-z0-9]+)*");
    private static final Pattern HEADER = Pattern.compile("[A-Z][A-Za-z]*(-[A-Z][A-Za-z]*)*\\??");

    /** What is said of one status. */
    record Line(Set<String> codes, Set<String> headers) {
        private Line() {
            this(new LinkedHashSet<>(), new LinkedHashSet<>());
        }
    }

    private final SortedMap<Integer, Line> byStatus = new TreeMap<>();

    /**
     * @throws IllegalArgumentException where a line has another form than {@link Answers#value}
     */
    void add(String... lines) {
        for (var line : lines) {
            var words = List.of(line.split(" "));
            if (!STATUS.matcher(words.getFirst()).matches()) {
                throw new IllegalArgumentException("no status begins the line: " + line);
            }
            var said =
                    byStatus.computeIfAbsent(
                            Integer.valueOf(words.getFirst()), unknown -> new Line());
            words.stream().skip(1).forEach(word -> add(said, word));
        }
    }

    private static void add(Line said, String word) {
        if (CODE.matcher(word).matches()) {
            said.codes.add(word);
        } else if (HEADER.matcher(word).matches()) {
            said.headers.add(word);
        } else {
            throw new IllegalArgumentException("neither a code nor a header: " + word);
        }
    }

    SortedMap<Integer, Line> successes() {
        return byStatus.headMap(400);
    }

    SortedMap<Integer, Line> problems() {
        return byStatus.tailMap(400);
    }
}
