package boxoffice.booking.web;

import boxoffice.booking.contract.CancellationSnapshot;
import boxoffice.booking.contract.CancellationStatus;
import boxoffice.kernel.BookingId;
import boxoffice.kernel.Money;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A cancellation as its buyer sees it; what is not known yet is left out.
 *
 * @param lines each with its price and what of it is kept
 * @param refund what goes back, the way it came
 * @param fee what is kept
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record CancellationView(
        BookingId bookingId,
        String cancellationId,
        CancellationStatus status,
        List<CancellationSnapshot.Line> lines,
        @Nullable Money refund,
        @Nullable Money fee) {

    static CancellationView of(CancellationSnapshot cancellation) {
        return new CancellationView(
                cancellation.bookingId(),
                cancellation.cancellationId(),
                cancellation.status(),
                cancellation.lines(),
                cancellation.refund(),
                cancellation.fee());
    }

    /** A cancellation that has begun, while no more is known. */
    static CancellationView begun(BookingId booking, String cancellationId) {
        return new CancellationView(
                booking, cancellationId, CancellationStatus.CLAIMING, List.of(), null, null);
    }
}
