package boxoffice.booking.contract;

import boxoffice.kernel.BookingId;
import java.util.List;

/**
 * What an audit found.
 *
 * @param rowsSeen open rows looked at, over all services
 * @param violationCount rows that are open without an open workflow
 * @param violations the first of them, at most {@link #LISTED_MAX}
 */
public record AuditReport(long rowsSeen, long violationCount, List<Violation> violations) {

    /** Violations listed at most; the count goes on. */
    public static final int LISTED_MAX = 100;

    public AuditReport {
        violations = List.copyOf(violations);
    }

    /** An open row of a service whose booking has no open workflow. */
    public record Violation(String service, BookingId bookingId) {}
}
