package boxoffice.booking.contract;

import boxoffice.kernel.BookingId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an audit found.
 *
 * @param rowsSeen things looked at: open rows, payments, orders, wallets, charges
 * @param violationCount what breaks a promise
 * @param violations the first of them, at most {@link #LISTED_MAX}
 */
public record AuditReport(long rowsSeen, long violationCount, List<Violation> violations) {

    /** Violations listed at most; the count goes on. */
    public static final int LISTED_MAX = 100;

    public AuditReport {
        violations = List.copyOf(violations);
    }

    /**
     * What breaks a promise.
     *
     * @param part of the books where it was found
     * @param bookingId which booking; null where it belongs to none
     * @param what is wrong, in words
     */
    public record Violation(String part, @Nullable BookingId bookingId, String what) {}
}
