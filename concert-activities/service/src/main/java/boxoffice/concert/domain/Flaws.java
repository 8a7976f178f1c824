package boxoffice.concert.domain;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that is wrong with what a promoter sent, so that it can be put right at once. Counts on past
 * {@link #SHOWN_MAX}, and keeps no more than those.
 */
public final class Flaws {

    /** Flaws that are told at most. */
    public static final int SHOWN_MAX = 100;

    private static final int COORDINATE_MAX = 1_000_000;

    private final List<Flaw> shown = new ArrayList<>();
    private int count;

    public void add(String at, String code, String what) {
        add(null, at, code, what);
    }

    public void add(@Nullable Integer line, String at, String code, String what) {
        count++;
        if (shown.size() < SHOWN_MAX) {
            shown.add(new Flaw(line, at, code, what));
        }
    }

    /** One line of text, without the spaces around it; must be there. */
    public String line(String at, @Nullable String value, int lengthMax) {
        var text = optionalLine(at, value, lengthMax);
        if (text == null) {
            add(at, "value-missing", "Give " + at + ", 1 to " + lengthMax + " characters.");
            return "";
        }
        return text;
    }

    /** One line of text; null where there is none. */
    public @Nullable String optionalLine(String at, @Nullable String value, int lengthMax) {
        if (value == null || value.isBlank()) {
            return null;
        }
        var text = value.strip();
        if (text.length() > lengthMax || text.chars().anyMatch(Character::isISOControl)) {
            add(at, "text-invalid", at + " is one line of " + lengthMax + " characters at most.");
        }
        return text;
    }

    /** A whole number in its bounds; the fallback where there is none. */
    public int number(String at, @Nullable Integer value, int fallback, int min, int max) {
        var number = value == null ? fallback : value;
        if (number < min || number > max) {
            add(at, "number-out-of-range", "%s is %d to %d.".formatted(at, min, max));
        }
        return number;
    }

    /** A whole number in its bounds; null where there is none. */
    public @Nullable Integer optionalNumber(String at, @Nullable Integer value, int min, int max) {
        return value == null ? null : number(at, value, value, min, max);
    }

    int coordinate(@Nullable Integer line, String at, @Nullable Integer value) {
        if (value == null || Math.abs((long) value) > COORDINATE_MAX) {
            add(line, at, "coordinate-invalid", at + " is a whole number, a million at most.");
            return 0;
        }
        return value;
    }

    public boolean isEmpty() {
        return count == 0;
    }

    /** In the order in which they were found, {@link #SHOWN_MAX} at most. */
    public List<Flaw> shown() {
        return List.copyOf(shown);
    }

    public int count() {
        return count;
    }
}
