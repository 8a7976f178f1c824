package boxoffice.system;

import boxoffice.local.system.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What {@code infra/docs/data-duplication.md} says.
 *
 * @param rows of its table
 * @param notCopies the names in the list below it: a column's, a table's with a column's, or that
 *     of a table that each service has for itself
 */
record Duplications(List<Row> rows, Set<String> notCopies) {

    private static final Pattern CODE = Pattern.compile("`([a-z_]+(?:\\.[a-z_]+)?)`");

    /** A fact that stands twice; no owner where nobody else has it. */
    record Row(String field, Set<Column> owner, Set<Column> copies) {}

    /** A column of a service's schema. */
    record Column(Service service, String table, String name) {
        @Override
        public String toString() {
            return service.id() + ": " + table + "." + name;
        }
    }

    static Duplications read() {
        var file = House.root().resolve("infra/docs/data-duplication.md");
        try {
            return of(Files.readAllLines(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Duplications of(List<String> lines) {
        var rows = new ArrayList<Row>();
        var notCopies = new HashSet<String>();
        for (var line : lines) {
            if (line.startsWith("| ") && !line.startsWith("| field ")) {
                var cells = line.substring(1).split("\\|", -1);
                rows.add(new Row(cells[0].strip(), columns(cells[1]), columns(cells[2])));
            } else if (line.startsWith("- **")) {
                codes(line).forEach(notCopies::add);
            }
        }
        return new Duplications(rows, notCopies);
    }

    /** Of a cell such as {@code order: `orders.total`, `orders.currency`}. */
    private static Set<Column> columns(String cell) {
        var columns = new HashSet<Column>();
        var owner = cell.substring(0, Math.max(0, cell.indexOf(':'))).strip();
        codes(cell)
                .forEach(code -> {
                    var names = code.split("\\.", -1);
                    if (names.length != 2) {
                        throw new AssertionError(
                                "in the table, name columns with their table: " + code);
                    }
                    var service = Service.valueOf(owner.toUpperCase(Locale.ROOT));
                    columns.add(new Column(service, names[0], names[1]));
                });
        return columns;
    }

    private static Stream<String> codes(String text) {
        return CODE.matcher(text).results().map((MatchResult it) -> it.group(1));
    }

    boolean explains(Column column) {
        return notCopies.contains(column.name())
                || notCopies.contains(column.table())
                || notCopies.contains(column.table() + "." + column.name())
                || rows.stream()
                        .anyMatch(row ->
                                row.owner().contains(column) || row.copies().contains(column));
    }
}
