package boxoffice.concert.web;

import boxoffice.concert.domain.Flaws;
import boxoffice.concert.domain.MapDraft;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.databind.MappingIterator;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;

/**
 * A seat map as RFC 4180 CSV in UTF-8: a header line that names the columns in any order, then a
 * line a seat. A line of kind STANDING is a standing area with its capacity. Read line by line, so
 * that a large house is never in memory as text.
 */
final class CsvMaps {
    private CsvMaps() {}

    private static final Set<String> COLUMNS =
            Set.of(
                    "section",
                    "sectionName",
                    "row",
                    "number",
                    "kind",
                    "companionOf",
                    "aisleAfter",
                    "x",
                    "y",
                    "nearness",
                    "capacity");

    private static final CsvMapper CSV =
            CsvMapper.builder()
                    .enable(CsvReadFeature.WRAP_AS_ARRAY)
                    .enable(CsvReadFeature.TRIM_SPACES)
                    .disable(CsvReadFeature.ALLOW_TRAILING_COMMA)
                    .build();

    /** Takes all lines in, or as many as the draft has room for. */
    static void read(InputStream body, MapDraft draft, Flaws flaws) {
        var line = 0;
        try (MappingIterator<String[]> lines = CSV.readerFor(String[].class).readValues(body)) {
            if (!lines.hasNextValue()) {
                flaws.add(1, "", "header-missing", "The first line names the columns.");
                return;
            }
            var columns = columns(lines.nextValue(), flaws);
            if (columns.isEmpty()) {
                return;
            }
            line++;
            while (!draft.isFull() && lines.hasNextValue()) {
                var values = lines.nextValue();
                line++;
                if (values.length == 1 && values[0].isBlank()) {
                    continue;
                }
                if (values.length != columns.size()) {
                    flaws.add(
                            line,
                            "",
                            "line-broken",
                            "The line has "
                                    + values.length
                                    + " values, and the header "
                                    + columns.size()
                                    + ".");
                    continue;
                }
                take(new Line(line, columns, values, flaws), draft);
            }
        } catch (JacksonIOException e) {
            throw e;
        } catch (JacksonException e) {
            flaws.add(
                    line + 1,
                    "",
                    "line-broken",
                    "This is not CSV from here on: a quote is not closed, or closed twice.");
        }
    }

    private static void take(Line line, MapDraft draft) {
        if ("STANDING".equals(line.text("kind"))) {
            draft.standing(
                    line.seat(null, null), line.text("sectionName"), line.number("capacity"));
        } else {
            draft.seat(line.seat(null, null));
        }
    }

    private static Map<String, Integer> columns(String[] header, Flaws flaws) {
        var columns = new HashMap<String, Integer>();
        for (var name : header) {
            if (!COLUMNS.contains(name)) {
                flaws.add(1, name, "column-unknown", "The columns are " + sorted() + ".");
            } else if (columns.putIfAbsent(name, columns.size()) != null) {
                flaws.add(1, name, "column-duplicate", "Each column comes once.");
            }
        }
        return flaws.isEmpty() ? columns : Map.of();
    }

    private static List<String> sorted() {
        return COLUMNS.stream().sorted().toList();
    }

    private record Line(int line, Map<String, Integer> columns, String[] values, Flaws flaws)
            implements MapFields {

        @Override
        public @Nullable String text(String field) {
            var column = columns.get(field);
            var value = column == null ? "" : values[column];
            return value.isEmpty() ? null : Normalizer.normalize(value, Normalizer.Form.NFC);
        }

        @Override
        public @Nullable Integer number(String field) {
            var text = text(field);
            try {
                return text == null ? null : Integer.valueOf(text);
            } catch (NumberFormatException e) {
                flaws.add(line, field, "number-invalid", field + " is a whole number.");
                return null;
            }
        }

        @Override
        public boolean flag(String field) {
            return switch (text(field)) {
                case "true" -> true;
                case "false" -> false;
                case null -> false;
                default -> {
                    flaws.add(line, field, "flag-invalid", field + " is true or false.");
                    yield false;
                }
            };
        }
    }
}
