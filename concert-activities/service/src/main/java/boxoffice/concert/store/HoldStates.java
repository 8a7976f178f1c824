package boxoffice.concert.store;

import boxoffice.concert.domain.Hold;
import boxoffice.kernel.BookingId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads what a booking's row says by now. */
@Component
class HoldStates {

    private final SeatHoldRows rows;
    private final HoldReads reads;

    HoldStates(SeatHoldRows rows, HoldReads reads) {
        this.rows = rows;
        this.reads = reads;
    }

    /** Empty where the booking has no row yet. */
    Optional<Hold> look(BookingId bookingId) {
        return rows.findByBookingId(bookingId).map(this::hold);
    }

    /** For a row that is known to be there. */
    Hold lookAgain(BookingId bookingId) {
        return look(bookingId)
                .orElseThrow(() ->
                        new IllegalStateException("the row of booking " + bookingId + " is gone"));
    }

    private Hold hold(SeatHoldRow row) {
        return switch (row.state()) {
            case HELD -> new Hold.Held(reads.facts(row.bookingId()));
            case SOLD -> new Hold.Sold(reads.facts(row.bookingId()));
            case RELEASED -> new Hold.Released(row.refusal());
        };
    }
}
