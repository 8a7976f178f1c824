package boxoffice.concert.domain;

import org.jspecify.annotations.Nullable;

/**
 * A seat as it was sent. What was left out is null.
 *
 * @param line where it stands in what was sent, from 1
 */
public record MapLine(
        int line,
        @Nullable String section,
        @Nullable String row,
        @Nullable Integer number,
        @Nullable String kind,
        @Nullable String companionOf,
        boolean aisleAfter,
        @Nullable Integer x,
        @Nullable Integer y,
        @Nullable Integer nearness) {

    /** The same seat in that section. */
    public MapLine in(String section) {
        return new MapLine(
                line, section, row, number, kind, companionOf, aisleAfter, x, y, nearness);
    }

    /** The same seat in that row. */
    public MapLine inRow(String row) {
        return new MapLine(
                line, section, row, number, kind, companionOf, aisleAfter, x, y, nearness);
    }
}
