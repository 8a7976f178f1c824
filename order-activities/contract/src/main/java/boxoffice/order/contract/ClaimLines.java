package boxoffice.order.contract;

import boxoffice.kernel.BookingId;
import boxoffice.kernel.BuyerId;
import boxoffice.kernel.Money;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks for lines of a confirmed order to be canceled.
 *
 * @param cancellationId names the cancellation within the booking
 * @param seatNos the lines, by their seats, each once; empty for all that are left
 * @param askedAt when the cancellation was asked for: the fee is that of this moment, however long
 *     the command takes
 * @param quotedFee the fee that the buyer was shown; null where none was
 * @param cause who cancels; decides whether there is a fee
 * @param commandHash of what was asked for; kept with the claim and told by it
 */
public record ClaimLines(
        BookingId bookingId,
        BuyerId buyerId,
        String cancellationId,
        List<String> seatNos,
        Instant askedAt,
        @Nullable Money quotedFee,
        Cause cause,
        String commandHash) {

    public ClaimLines {
        seatNos = List.copyOf(seatNos);
    }

    /** Who cancels. */
    public enum Cause {
        /** At the fee that the booking's policy says, and until it says that it is too late. */
        BY_BUYER,
        /** Everything back, no fee, at any time. */
        BY_PROMOTER
    }
}
