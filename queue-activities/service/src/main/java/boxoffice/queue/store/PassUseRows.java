package boxoffice.queue.store;

import boxoffice.kernel.BookingId;
import java.util.Optional;
import org.springframework.data.repository.Repository;

/** Reads rows of {@code pass_uses}; {@link PassUses} alone writes them. */
interface PassUseRows extends Repository<PassUseRow, BookingId> {

    Optional<PassUseRow> findById(BookingId bookingId);
}
