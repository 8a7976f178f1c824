package boxoffice.booking.contract;

import boxoffice.kernel.BookingId;
import boxoffice.kernel.BuyerId;
import boxoffice.kernel.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param buyerId whose booking it is
 * @param lines the order lines, by their seats, each once; empty for all that are left
 * @param quotedFee the fee that the buyer was shown; null where none was
 * @param byPromoter whether the promoter cancels, and everything goes back
 * @param commandHash of what was asked for; comes back in every answer, so that another request
 *     under the same key is noticed
 */
public record StartCancellation(
        BookingId bookingId,
        BuyerId buyerId,
        String cancellationId,
        List<String> lines,
        @Nullable Money quotedFee,
        boolean byPromoter,
        String commandHash) {

    public StartCancellation {
        lines = List.copyOf(lines);
    }
}
