package boxoffice.concert.store;

import boxoffice.kernel.BookingId;
import java.util.Optional;
import org.springframework.data.repository.Repository;

/** Reads rows of {@code seat_holds}; what writes them is in {@link HoldWrites}. */
interface SeatHoldRows extends Repository<SeatHoldRow, BookingId> {

    Optional<SeatHoldRow> findByBookingId(BookingId bookingId);
}
