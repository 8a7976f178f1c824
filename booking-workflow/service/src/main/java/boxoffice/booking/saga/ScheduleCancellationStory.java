package boxoffice.booking.saga;

import boxoffice.booking.contract.ScheduleCancellationAsker;
import boxoffice.booking.contract.ScheduleCancellationProgress;
import boxoffice.booking.contract.ScheduleCancellationSnapshot;
import boxoffice.booking.contract.ScheduleCancellationStatus;
import boxoffice.booking.contract.StartScheduleCancellation;
import boxoffice.concert.contract.LiveBookings.LiveBooking;
import boxoffice.concert.contract.LiveBookings.State;
import boxoffice.concert.contract.ScheduleCanceled;
import boxoffice.kernel.BookingId;
import boxoffice.kernel.PromoterId;
import io.temporal.workflow.Workflow;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/** How the cancellation of a schedule stands, and how that is told. */
final class ScheduleCancellationStory {

    private static final Logger log = Workflow.getLogger(ScheduleCancellationStory.class);

    private final StartScheduleCancellation start;
    private final SweepRate rate;

    /** The bookings that have seats, as of the last list, less those given back since. */
    private final Map<BookingId, LiveBooking> live = new LinkedHashMap<>();

    private final Set<BookingId> known = new LinkedHashSet<>();

    private ScheduleCancellationStatus status;
    private ScheduleCancellationAsker asker;
    private @Nullable PromoterId promoterId;
    private @Nullable Instant begunAt;
    private long found;
    private boolean isListed;

    ScheduleCancellationStory(StartScheduleCancellation start, SweepRate rate) {
        this.start = start;
        this.rate = rate;
        asker = start.asker();
        status = ScheduleCancellationStatus.STOPPING_SALE;
        var progress = start.progress();
        if (progress != null) {
            promoterId = progress.promoterId();
            begunAt = progress.begunAt();
            found = progress.found();
            status = ScheduleCancellationStatus.CANCELING;
        }
    }

    ScheduleCancellationStatus status() {
        return status;
    }

    boolean isStopped() {
        return promoterId != null;
    }

    void stopped(ScheduleCancellationAsker by, ScheduleCanceled canceled) {
        asker = by;
        promoterId = canceled.promoterId();
        begunAt = canceled.canceledAt();
        now(ScheduleCancellationStatus.CANCELING);
    }

    /** A list of all that are live. After the sale is stopped they only become fewer. */
    void listed(Collection<LiveBooking> bookings) {
        live.clear();
        var isNew = bookings.stream().filter(booking -> known.add(booking.bookingId())).count();
        bookings.forEach(booking -> live.put(booking.bookingId(), booking));
        // An earlier run had found those that are left, and others.
        found = isListed ? found + isNew : Math.max(found, isNew);
        isListed = true;
        tell();
    }

    void givenBack(BookingId id) {
        live.remove(id);
        tell();
    }

    List<LiveBooking> left(State state) {
        return live.values().stream().filter(booking -> booking.state() == state).toList();
    }

    int left() {
        return live.size();
    }

    void now(ScheduleCancellationStatus next) {
        status = next;
        log.info("The cancellation of schedule {} is {}", start.scheduleId(), next);
        tell();
    }

    void tell() {
        var said = snapshot();
        var details = new StringBuilder("**").append(status).append("**\n\nSchedule `");
        details.append(start.scheduleId()).append("`, at the wish of ").append(asker.by());
        if (asker.reason() != null) {
            details.append(": ").append(Ledger.oneLine(asker.reason()));
        }
        details.append("\n\n| bookings | |\n|---|---|\n");
        row(details, "found", said.found());
        row(details, "canceled", said.canceled());
        row(details, "open: paid, not given back yet", said.open());
        row(details, "waiting: unpaid, or being paid", said.waiting());
        row(details, "slow: open for over a minute, may need an operator", said.slow());
        details.append("\n").append(rate.inWords()).append("\n");
        Workflow.setCurrentDetails(details.toString());
    }

    private static void row(StringBuilder table, String name, long count) {
        table.append("| %s | %d |\n".formatted(name, count));
    }

    ScheduleCancellationSnapshot snapshot() {
        return snapshot(status);
    }

    /** What one who asks may know: only the promoter and operators may know anything. */
    ScheduleCancellationSnapshot toldTo(ScheduleCancellationAsker asking) {
        return asking.operator() || asking.by().equals(String.valueOf(promoterId))
                ? snapshot()
                : new ScheduleCancellationSnapshot(
                        start.scheduleId(),
                        ScheduleCancellationStatus.REFUSED,
                        null,
                        asking.by(),
                        asking.reason(),
                        null,
                        0,
                        0,
                        0,
                        0,
                        0);
    }

    private ScheduleCancellationSnapshot snapshot(ScheduleCancellationStatus now) {
        return new ScheduleCancellationSnapshot(
                start.scheduleId(),
                now,
                promoterId,
                asker.by(),
                asker.reason(),
                begunAt,
                found,
                isListed ? found - live.size() : 0,
                left(State.SOLD).size(),
                left(State.HELD).size(),
                rate.slow());
    }

    /** The start of the next run, which goes on from what is left. */
    StartScheduleCancellation continued() {
        return new StartScheduleCancellation(
                start.scheduleId(),
                asker,
                rate.pace(),
                new ScheduleCancellationProgress(
                        Objects.requireNonNull(promoterId),
                        Objects.requireNonNull(begunAt),
                        found));
    }
}
