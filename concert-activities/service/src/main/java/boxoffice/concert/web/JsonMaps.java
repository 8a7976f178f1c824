package boxoffice.concert.web;

import boxoffice.concert.domain.Flaws;
import boxoffice.concert.domain.MapDraft;
import boxoffice.concert.domain.MapLine;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A seat map as JSON: sections with rows with seats, read seat by seat, so that a large house is
 * never in memory as a tree. What stands beside the sections comes back as it is.
 */
final class JsonMaps {

    private static final Set<String> SEAT =
            Set.of("number", "kind", "companionOf", "aisleAfter", "x", "y", "nearness");
    private static final Set<String> SECTION =
            Set.of("section", "name", "capacity", "x", "y", "nearness");

    private final JsonParser parser;
    private final MapDraft draft;
    private final Flaws flaws;

    private JsonMaps(JsonParser parser, MapDraft draft, Flaws flaws) {
        this.parser = parser;
        this.draft = draft;
        this.flaws = flaws;
    }

    /**
     * Takes all seats in, or as many as the draft has room for.
     *
     * @return the other fields of the body
     */
    static Map<String, JsonNode> read(
            JsonMapper json, InputStream body, MapDraft draft, Flaws flaws) {
        try (var parser = json.createParser(body)) {
            return new JsonMaps(parser, draft, flaws).body();
        } catch (JacksonIOException e) {
            throw e;
        } catch (JacksonException e) {
            flaws.add(
                    e.getLocation() == null ? 1 : e.getLocation().getLineNr(),
                    "",
                    "json-broken",
                    "This is not JSON, or not in the form of a map, from here on.");
            return Map.of();
        }
    }

    private Map<String, JsonNode> body() {
        var others = new HashMap<String, JsonNode>();
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            formWrong("", "The body is a JSON object with sections.");
            return others;
        }
        while (!draft.isFull() && parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = parser.currentName();
            parser.nextToken();
            if (name.equals("sections")) {
                eachOf(name, this::section);
            } else {
                others.put(name, parser.readValueAsTree());
            }
        }
        return others;
    }

    /** Goes through the objects of an array; anything else in it is told and left out. */
    private void eachOf(String name, Runnable object) {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            formWrong(name, name + " is a list.");
            parser.skipChildren();
            return;
        }
        while (!draft.isFull() && parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() == JsonToken.START_OBJECT) {
                object.run();
            } else {
                formWrong(name, name + " is a list of objects.");
                parser.skipChildren();
            }
        }
    }

    private void section() {
        var line = line();
        var seats = new ArrayList<MapLine>();
        var fields = fields("rows", SECTION, () -> row(seats));
        var section = fields.text("section");
        if (fields.number("capacity") != null) {
            draft.standing(
                    fields.seat(section, null), fields.text("name"), fields.number("capacity"));
            if (!seats.isEmpty()) {
                flaws.add(line, "rows", "section-standing", "Nobody sits in a standing area.");
            }
            return;
        }
        draft.section(line, section, fields.text("name"));
        seats.forEach(seat -> draft.seat(seat.in(section == null ? "" : section)));
    }

    private void row(List<MapLine> seats) {
        var first = seats.size();
        var fields =
                fields(
                        "seats",
                        Set.of("row"),
                        () -> {
                            if (seats.size() > MapDraft.SEATS_MAX) {
                                draft.tooMany(line());
                            } else {
                                seats.add(fields(null, SEAT, () -> {}).seat("", ""));
                            }
                        });
        var row = fields.text("row");
        seats.subList(first, seats.size()).replaceAll(seat -> seat.inRow(row == null ? "" : row));
    }

    /**
     * Reads one object, whose list of that name is gone through on the way.
     *
     * @param list null where it has none
     */
    private Fields fields(@Nullable String list, Set<String> known, Runnable eachOfList) {
        var fields = new Fields(line(), new HashMap<>(), flaws);
        while (!draft.isFull() && parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = parser.currentName();
            parser.nextToken();
            if (name.equals(list)) {
                eachOf(name, eachOfList);
            } else if (known.contains(name)) {
                JsonNode value = parser.readValueAsTree();
                fields.values.put(name, value);
            } else {
                flaws.add(line(), name, "unknown-field", "The field is not known. Leave it out.");
                parser.skipChildren();
            }
        }
        return fields;
    }

    private int line() {
        return parser.currentTokenLocation().getLineNr();
    }

    private void formWrong(String at, String what) {
        flaws.add(line(), at, "form-wrong", what);
    }

    private record Fields(int line, Map<String, JsonNode> values, Flaws flaws)
            implements MapFields {

        @Override
        public @Nullable String text(String field) {
            var value = values.get(field);
            if (value == null || value.isNull()) {
                return null;
            }
            if (!value.isString()) {
                flaws.add(line, field, "text-invalid", field + " is a text.");
                return null;
            }
            return Normalizer.normalize(value.stringValue(), Normalizer.Form.NFC);
        }

        @Override
        public @Nullable Integer number(String field) {
            var value = values.get(field);
            if (value == null || value.isNull()) {
                return null;
            }
            if (!value.isIntegralNumber() || !value.canConvertToInt()) {
                flaws.add(line, field, "number-invalid", field + " is a whole number.");
                return null;
            }
            return value.intValue();
        }

        @Override
        public boolean flag(String field) {
            var value = values.get(field);
            if (value != null && !value.isNull() && !value.isBoolean()) {
                flaws.add(line, field, "flag-invalid", field + " is true or false.");
            }
            return value != null && value.isBoolean() && value.booleanValue();
        }
    }
}
