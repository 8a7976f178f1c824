package boxoffice.concert.domain;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with what a promoter sent.
 *
 * @param line where it stands in what was sent, counted from 1; null where lines say nothing
 * @param at the field, such as {@code grades[0].price}
 * @param code kebab-case, to program against
 * @param what a sentence that says what would be right
 */
public record Flaw(@Nullable Integer line, String at, String code, String what) {}
