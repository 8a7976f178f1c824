package boxoffice.booking.saga;

import boxoffice.booking.contract.Audit;
import boxoffice.booking.contract.AuditProgress;
import boxoffice.booking.contract.AuditReport;
import boxoffice.booking.contract.AuditReport.Violation;
import boxoffice.booking.contract.WorkflowActivities;
import boxoffice.kernel.BookingId;
import boxoffice.kernel.OpenBookings;
import boxoffice.kernel.OpenBookingsQuery;
import io.temporal.workflow.Workflow;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The first audit: looks at every open row of every service, by page, and reports. */
public final class AuditRun implements Audit {

    private static final int PAGE = 50;

    /** The services that keep rows, in the order in which they are looked at. */
    private enum Shelf {
        CONCERT,
        ORDER,
        PAYMENT,
        QUEUE
    }

    private long rowsSeen;
    private long violationCount;
    private final List<Violation> violations = new ArrayList<>();

    @Override
    public AuditReport audit(@Nullable AuditProgress progress) {
        var first = progress == null ? Shelf.CONCERT : Shelf.valueOf(progress.service());
        @Nullable BookingId after = progress == null ? null : progress.after();
        if (progress != null) {
            rowsSeen = progress.soFar().rowsSeen();
            violationCount = progress.soFar().violationCount();
            violations.addAll(progress.soFar().violations());
        }
        for (var shelf : Shelf.values()) {
            if (shelf.compareTo(first) >= 0) {
                lookAt(shelf, after);
                after = null;
            }
        }
        return report();
    }

    private void lookAt(Shelf shelf, @Nullable BookingId start) {
        @Nullable BookingId after = start;
        while (true) {
            var query = new OpenBookingsQuery(after, PAGE);
            var page = open(shelf, query).bookingIds();
            rowsSeen += page.size();
            judge(shelf, query, page);
            if (page.size() < PAGE) {
                return;
            }
            after = page.getLast();
            if (Workflow.getInfo().isContinueAsNewSuggested()) {
                Workflow.newContinueAsNewStub(Audit.class)
                        .audit(new AuditProgress(shelf.name(), after, report()));
            }
        }
    }

    /**
     * A workflow that is gone is a violation only if its row is open still: it may have closed, and
     * its row with it, between the list and the look.
     */
    private void judge(Shelf shelf, OpenBookingsQuery query, List<BookingId> page) {
        var gone = page.isEmpty() ? page : workflows().withoutOpenWorkflow(page);
        if (gone.isEmpty()) {
            return;
        }
        var still = open(shelf, query).bookingIds();
        for (var id : gone) {
            if (still.contains(id)) {
                violationCount++;
                if (violations.size() < AuditReport.LISTED_MAX) {
                    violations.add(new Violation(shelf.name(), id));
                }
            }
        }
    }

    private AuditReport report() {
        return new AuditReport(rowsSeen, violationCount, violations);
    }

    private static OpenBookings open(Shelf shelf, OpenBookingsQuery query) {
        var summary = "List open rows of " + shelf;
        return switch (shelf) {
            case CONCERT -> Services.concert(Pace.SLOW, summary).openBookings(query);
            case ORDER -> Services.order(Pace.SLOW, summary).openBookings(query);
            case PAYMENT -> Services.payment(Pace.SLOW, summary).openBookings(query);
            case QUEUE -> Services.queue(Pace.SLOW, summary).openBookings(query);
        };
    }

    private static WorkflowActivities workflows() {
        return Workflow.newActivityStub(
                WorkflowActivities.class,
                Pace.SLOW.options(WorkflowActivities.TASK_QUEUE, "Look at their workflows"));
    }
}
