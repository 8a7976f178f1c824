package boxoffice.booking.contract;

import boxoffice.kernel.BookingId;
import org.jspecify.annotations.Nullable;

/**
 * How far an audit has come.
 *
 * @param service the service it is at, by its name
 * @param after the last booking seen there; null for none
 * @param soFar what was found before
 */
public record AuditProgress(String service, @Nullable BookingId after, AuditReport soFar) {}
