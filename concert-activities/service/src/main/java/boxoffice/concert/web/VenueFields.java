package boxoffice.concert.web;

import boxoffice.concert.domain.Flaws;
import boxoffice.concert.domain.VenueDraft;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What stands beside the sections in a body about a house; each field is taken out once. */
final class VenueFields {

    private final Map<String, JsonNode> left;
    private final Flaws flaws;
    private final @Nullable JsonNode stage;

    VenueFields(Map<String, JsonNode> sent, Flaws flaws) {
        this.left = new HashMap<>(sent);
        this.flaws = flaws;
        this.stage = left.remove("stage");
    }

    VenueDraft venue() {
        return VenueDraft.read(
                flaws,
                text("venueId"),
                text("name"),
                text("nameEn"),
                text("city"),
                text("timeZone"));
    }

    private @Nullable String text(String field) {
        var value = left.remove(field);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isString()) {
            flaws.add(field, "text-invalid", field + " is a text.");
            return null;
        }
        return value.stringValue();
    }

    /** A coordinate of the stage; a house without one has it where the drawing begins. */
    int stage(String axis) {
        if (stage == null || stage.isNull()) {
            return 0;
        }
        var value = stage.get(axis);
        if (value == null || !value.isIntegralNumber() || !value.canConvertToInt()) {
            flaws.add("stage." + axis, "number-invalid", "The stage has whole numbers x and y.");
            return 0;
        }
        return value.intValue();
    }

    /** To be called last: what nobody took out is nothing that is known. */
    void tellUnknown() {
        left.keySet()
                .forEach(field ->
                        flaws.add(field, "unknown-field", "The field is not known. Leave it out."));
    }
}
