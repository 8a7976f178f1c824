package boxoffice.booking.contract;

import org.jspecify.annotations.Nullable;

/**
 * How far an audit has come.
 *
 * @param part of the books that it is at, by its name
 * @param after where in it: the last booking seen, or what else its pages go by; null at its
 *     beginning
 * @param soFar what was found before
 */
public record AuditProgress(String part, @Nullable String after, AuditReport soFar) {}
