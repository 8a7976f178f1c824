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
        @Nullable Integer nearness) {}
