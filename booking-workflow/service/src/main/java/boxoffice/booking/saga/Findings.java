package boxoffice.booking.saga;

import boxoffice.booking.contract.AuditReport;
import boxoffice.booking.contract.AuditReport.Violation;
import boxoffice.kernel.BookingId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an audit has found so far. */
final class Findings {

    private long rowsSeen;
    private long violationCount;
    private final List<Violation> violations = new ArrayList<>();

    /** Goes on from what was found before. */
    void goOn(AuditReport soFar) {
        rowsSeen = soFar.rowsSeen();
        violationCount = soFar.violationCount();
        violations.addAll(soFar.violations());
    }

    void seen(int rows) {
        rowsSeen += rows;
    }

    void violation(String part, @Nullable BookingId booking, String what) {
        violationCount++;
        if (violations.size() < AuditReport.LISTED_MAX) {
            violations.add(new Violation(part, booking, what));
        }
    }

    AuditReport report() {
        return new AuditReport(rowsSeen, violationCount, violations);
    }
}
