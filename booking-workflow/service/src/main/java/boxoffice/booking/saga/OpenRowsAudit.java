package boxoffice.booking.saga;

import boxoffice.kernel.BookingId;
import boxoffice.kernel.BookingsQuery;
import boxoffice.kernel.OpenBookings;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The open rows of each service: whose booking has no open workflow breaks P4. */
enum OpenRowsAudit implements AuditRun.Part {
    CONCERT(query -> Services.concert(Pace.SLOW, OpenRowsAudit.LIST).openBookings(query)),
    ORDER(query -> Services.order(Pace.SLOW, OpenRowsAudit.LIST).openBookings(query)),
    PAYMENT(query -> Services.payment(Pace.SLOW, OpenRowsAudit.LIST).openBookings(query)),
    QUEUE(query -> Services.queue(Pace.SLOW, OpenRowsAudit.LIST).openBookings(query));

    private static final String LIST = "List open rows";
    private static final int PAGE = 50;

    private final Function<BookingsQuery, OpenBookings> open;

    OpenRowsAudit(Function<BookingsQuery, OpenBookings> open) {
        this.open = open;
    }

    @Override
    public @Nullable String lookAt(@Nullable String after, Findings findings) {
        var query = new BookingsQuery(after == null ? null : BookingId.of(after), PAGE);
        var page = open.apply(query).bookingIds();
        findings.seen(page.size());
        judge(query, page, findings);
        return page.size() < PAGE ? null : page.getLast().toString();
    }

    /**
     * A workflow that is gone is a violation only if its row is open still: it may have closed, and
     * its row with it, between the list and the look.
     */
    private void judge(BookingsQuery query, List<BookingId> page, Findings findings) {
        var gone = Services.withoutOpenWorkflow(Pace.SLOW, page);
        if (gone.isEmpty()) {
            return;
        }
        var still = open.apply(query).bookingIds();
        gone.stream()
                .filter(still::contains)
                .forEach(id -> findings.violation(name(), id, "open without an open workflow"));
    }
}
