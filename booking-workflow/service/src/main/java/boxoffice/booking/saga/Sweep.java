package boxoffice.booking.saga;

import static boxoffice.booking.contract.BookingAttributes.BUYER_ID;
import static boxoffice.booking.contract.BookingAttributes.SCHEDULE_ID;

import boxoffice.booking.contract.Booking;
import boxoffice.booking.contract.Cancellation;
import boxoffice.booking.contract.CancellationRefusal;
import boxoffice.booking.contract.CancellationSnapshot;
import boxoffice.booking.contract.CancellationStatus;
import boxoffice.booking.contract.ScheduleCancellation;
import boxoffice.booking.contract.StartCancellation;
import boxoffice.booking.contract.StartScheduleCancellation;
import boxoffice.concert.contract.LiveBookings.LiveBooking;
import boxoffice.concert.contract.LiveBookings.State;
import boxoffice.concert.contract.LiveBookingsQuery;
import boxoffice.kernel.BookingId;
import io.temporal.api.enums.v1.ParentClosePolicy;
import io.temporal.api.enums.v1.WorkflowIdReusePolicy;
import io.temporal.common.SearchAttributes;
import io.temporal.failure.ApplicationFailure;
import io.temporal.workflow.Async;
import io.temporal.workflow.ChildWorkflowCancellationType;
import io.temporal.workflow.ChildWorkflowOptions;
import io.temporal.workflow.SignalExternalWorkflowException;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Gives all bookings of a schedule back whose sale is stopped. Each pass asks the concert service
 * who has seats still, and turns to each: a sold one gets its {@link Cancellation}, an unpaid one's
 * saga is told. What is not to be had in this pass, because a charge is in flight or its saga has
 * not closed yet, is met again in the next. Everything here may be done twice.
 */
final class Sweep {

    private static final int PAGE = 500;

    /** Sagas looked at in one activity: it asks Temporal for each. */
    private static final int LOOKS = 50;

    private static final Duration PAUSE_FIRST = Duration.ofSeconds(1);
    private static final Duration PAUSE_MAX = Duration.ofMinutes(10);

    /** What stands in a claim where a buyer's request has its hash. */
    private static final String HASH = "by-promoter";

    private final StartScheduleCancellation start;
    private final ScheduleCancellationStory story;
    private final SweepRate rate;

    /** Unpaid ones whose sagas know. */
    private final Set<BookingId> told = new LinkedHashSet<>();

    /** Paid ones that need no second start from this run. */
    private final Set<BookingId> settled = new LinkedHashSet<>();

    Sweep(StartScheduleCancellation start, ScheduleCancellationStory story, SweepRate rate) {
        this.start = start;
        this.story = story;
        this.rate = rate;
    }

    /** Returns false where the history has become too long and another run must go on. */
    boolean untilNoneIsLeft(BooleanSupplier isTooLong) {
        var pause = PAUSE_FIRST;
        while (true) {
            story.listed(list());
            var before = story.left();
            if (before == 0) {
                return true;
            }
            turnToAll(isTooLong);
            rate.settle();
            if (isTooLong.getAsBoolean()) {
                return false;
            }
            if (story.left() > 0) {
                Workflow.await(pause, () -> story.left() < before);
                pause = story.left() < before ? PAUSE_FIRST : longer(pause);
            }
        }
    }

    private static Duration longer(Duration pause) {
        var twice = pause.multipliedBy(2);
        return twice.compareTo(PAUSE_MAX) > 0 ? PAUSE_MAX : twice;
    }

    private List<LiveBooking> list() {
        var all = new ArrayList<LiveBooking>();
        @Nullable BookingId after = null;
        while (true) {
            var page =
                    Services.concert(Pace.SWEEP, "List who has seats")
                            .bookingsOf(new LiveBookingsQuery(start.scheduleId(), after, PAGE))
                            .bookings();
            all.addAll(page);
            if (page.size() < PAGE) {
                return all;
            }
            after = page.getLast().bookingId();
        }
    }

    /** The unpaid ones first: one that is told before it pays needs no refund. */
    private void turnToAll(BooleanSupplier isTooLong) {
        for (var booking : story.left(State.HELD)) {
            if (!told.contains(booking.bookingId()) && !isTooLong.getAsBoolean()) {
                rate.admit();
                tell(booking.bookingId());
            }
        }
        var sold =
                story.left(State.SOLD).stream()
                        .filter(booking -> !rate.isInFlight(booking.bookingId()))
                        .filter(booking -> !settled.contains(booking.bookingId()))
                        .toList();
        for (int from = 0; from < sold.size() && !isTooLong.getAsBoolean(); from += LOOKS) {
            var some = sold.subList(from, Math.min(from + LOOKS, sold.size()));
            for (var booking : whoseSagaHasClosed(some)) {
                rate.admit();
                cancel(booking);
            }
        }
    }

    /** A saga that is gone has ended, or is the audit's to find. */
    private void tell(BookingId id) {
        try {
            Workflow.newExternalWorkflowStub(Booking.class, Booking.workflowId(id))
                    .cancelByPromoter();
            told.add(id);
        } catch (SignalExternalWorkflowException | ApplicationFailure _) {
            // What has become of the booking, the next list tells.
        }
    }

    /** A booking is sold a moment before its saga closes, and canceled only after that. */
    private static List<LiveBooking> whoseSagaHasClosed(List<LiveBooking> sold) {
        var closed =
                Services.withoutOpenWorkflow(
                        Pace.SWEEP, sold.stream().map(LiveBooking::bookingId).toList());
        return sold.stream().filter(booking -> closed.contains(booking.bookingId())).toList();
    }

    private void cancel(LiveBooking booking) {
        var id = booking.bookingId();
        var command =
                new StartCancellation(
                        id,
                        booking.buyerId(),
                        Cancellation.cancellationId(
                                id, ScheduleCancellation.workflowId(start.scheduleId())),
                        List.of(),
                        null,
                        true,
                        HASH);
        rate.started(id);
        Async.function(
                        Workflow.newChildWorkflowStub(Cancellation.class, options(command))::cancel,
                        command)
                .handle((result, failure) -> {
                    ended(id, result);
                    return id;
                });
    }

    /**
     * The child outlives this workflow. One that has closed may be started again, unlike a buyer's:
     * a refusal, because the order is not confirmed yet or is disputed, is no last word here, and
     * one that has claimed finds its claim.
     */
    private ChildWorkflowOptions options(StartCancellation command) {
        return ChildWorkflowOptions.newBuilder()
                .setWorkflowId(
                        Cancellation.workflowId(command.bookingId(), command.cancellationId()))
                .setTaskQueue(Booking.TASK_QUEUE)
                .setParentClosePolicy(ParentClosePolicy.PARENT_CLOSE_POLICY_ABANDON)
                .setCancellationType(ChildWorkflowCancellationType.ABANDON)
                .setWorkflowIdReusePolicy(
                        WorkflowIdReusePolicy.WORKFLOW_ID_REUSE_POLICY_ALLOW_DUPLICATE)
                .setTypedSearchAttributes(
                        SearchAttributes.newBuilder()
                                .set(BUYER_ID, command.buyerId().value())
                                .set(SCHEDULE_ID, start.scheduleId().value())
                                .build())
                .setStaticSummary(
                        "The promoter cancels what is left of booking " + command.bookingId())
                .build();
    }

    /**
     * @param result null where the cancellation was ended by force, or runs already since before
     *     this run: then it is met again
     */
    private void ended(BookingId id, @Nullable CancellationSnapshot result) {
        rate.ended(id);
        if (result == null) {
            return;
        }
        if (result.status() == CancellationStatus.CANCELED) {
            settled.add(id);
            story.givenBack(id);
        }
        if (result.refusal() == CancellationRefusal.ALREADY_CANCELED) {
            // Cancellations of the buyer have all that was left, and bring it to its end.
            settled.add(id);
        }
    }
}
