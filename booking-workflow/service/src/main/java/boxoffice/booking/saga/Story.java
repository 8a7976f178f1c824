package boxoffice.booking.saga;

import static boxoffice.booking.contract.BookingAttributes.CONCERT_ID;
import static boxoffice.booking.contract.BookingAttributes.STATUS;

import boxoffice.booking.contract.BookingFailure;
import boxoffice.booking.contract.BookingSnapshot;
import boxoffice.booking.contract.BookingStatus;
import boxoffice.booking.contract.CancelReason;
import boxoffice.booking.contract.PayBooking;
import boxoffice.booking.contract.PolicyLimit;
import boxoffice.booking.contract.StartBooking;
import boxoffice.concert.contract.SeatsHeld;
import boxoffice.kernel.BookingId;
import io.temporal.workflow.Workflow;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * How the booking stands, and how that is told: to the buyer as a snapshot, to the operator as
 * search attributes and as the current details of the Web UI.
 */
final class Story {

    private static final Logger log = Workflow.getLogger(Story.class);

    private final StartBooking start;
    private final Ledger ledger = new Ledger(this::tell);
    private final OperatorDesk desk = new OperatorDesk(ledger);

    private BookingStatus status = BookingStatus.RESERVING;
    private @Nullable CancelReason reason;
    private List<String> refusedSeats = List.of();
    private @Nullable BookingId ownBooking;
    private @Nullable PolicyLimit limit;
    private @Nullable SeatsHeld facts;

    Story(StartBooking start) {
        this.start = start;
    }

    Ledger ledger() {
        return ledger;
    }

    OperatorDesk desk() {
        return desk;
    }

    BookingStatus status() {
        return status;
    }

    /** Why the booking is canceled, by the name that the other services keep. */
    String reasonName() {
        return String.valueOf(reason);
    }

    void held(SeatsHeld held) {
        facts = held;
        Workflow.upsertTypedSearchAttributes(
                STATUS.valueSet(BookingStatus.AWAITING_PAYMENT.name()),
                CONCERT_ID.valueSet(held.concertId().value()));
        changed(BookingStatus.AWAITING_PAYMENT);
    }

    /** The seats are the guest's as soon as they are settled: nobody is waited for. */
    void given(SeatsHeld held) {
        facts = held;
        Workflow.upsertTypedSearchAttributes(
                STATUS.valueSet(BookingStatus.PAYING.name()),
                CONCERT_ID.valueSet(held.concertId().value()));
        changed(BookingStatus.PAYING);
    }

    /** Whether whoever asked for the seats can be told what became of them. */
    boolean isReserved() {
        return start.complimentary() == null ? status != BookingStatus.RESERVING : status.isFinal();
    }

    void now(BookingStatus next) {
        Workflow.upsertTypedSearchAttributes(STATUS.valueSet(next.name()));
        changed(next);
    }

    void refused(Reservation.Result.Refused refusal) {
        refusedSeats = refusal.seatNos();
        ownBooking = refusal.ownBooking();
        limit = refusal.limit();
    }

    void canceled(CancelReason why) {
        reason = why;
        now(BookingStatus.CANCELED);
    }

    /** The booking had ended in a sale before; its facts are told again where they are known. */
    void soldBefore(@Nullable SeatsHeld sale) {
        reason = null;
        facts = sale == null ? facts : sale;
        now(BookingStatus.CONFIRMED);
    }

    private void changed(BookingStatus next) {
        status = next;
        log.info("Booking {} is {}{}", start.bookingId(), next, reason == null ? "" : " " + reason);
        tell();
    }

    private void tell() {
        var details = new StringBuilder("**").append(status).append("**");
        if (reason != null) {
            details.append(" (").append(reason).append(')');
        }
        details.append("\n\nSeats ").append(start.seatsInWords());
        details.append(" of schedule `").append(start.scheduleId()).append("`\n");
        if (facts != null) {
            details.append(
                    "\n%s, %s, %s\n"
                            .formatted(facts.concertTitle(), facts.venueName(), facts.startsAt()));
            details.append(
                    "\nTotal %s, held until %s\n".formatted(facts.total(), facts.heldUntil()));
        }
        details.append(ledger.table()).append(desk.notes());
        Workflow.setCurrentDetails(details.toString());
    }

    /** What in a payment contradicts the booking's total, if anything does. */
    Optional<BookingFailure> mismatch(PayBooking request) {
        if (facts == null) {
            return Optional.empty();
        }
        var total = facts.total();
        var said = Stream.of(request.amount(), request.points()).filter(Objects::nonNull).toList();
        if (said.stream().anyMatch(part -> !part.currency().equals(total.currency()))) {
            return Optional.of(BookingFailure.CURRENCY_MISMATCH);
        }
        var fits =
                (request.amount() == null || request.amount().equals(total))
                        && (request.points() == null || request.points().compareTo(total) < 0);
        return fits ? Optional.empty() : Optional.of(BookingFailure.AMOUNT_MISMATCH);
    }

    BookingSnapshot snapshot() {
        return new BookingSnapshot(
                start.bookingId(),
                start.buyerId(),
                start.scheduleId(),
                start.commandHash(),
                status,
                reason,
                refusedSeats,
                ownBooking,
                limit,
                facts == null
                        ? List.of()
                        : facts.seats().stream()
                                .map(seat -> new BookingSnapshot.Seat(seat.seatNo(), seat.price()))
                                .toList(),
                facts == null ? null : facts.total(),
                facts == null ? null : facts.heldUntil(),
                start.complimentary());
    }
}
