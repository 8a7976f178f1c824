package boxoffice.booking.contract;

import boxoffice.kernel.BookingId;
import boxoffice.kernel.BuyerId;
import boxoffice.kernel.Money;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A cancellation as it stood at one moment.
 *
 * @param commandHash of the request that made the claim, or that was refused
 * @param refusal why nothing was done; null unless it was refused
 * @param refusedLines the lines that the refusal is about; empty where it is about none
 * @param lines claimed; where the fee has changed, those that were asked for; else empty
 * @param refund what goes back; null before the claim
 * @param fee what is kept; null before the claim
 * @param validUntil until when the new fee holds, where the fee has changed; else null
 */
public record CancellationSnapshot(
        BookingId bookingId,
        BuyerId buyerId,
        String cancellationId,
        String commandHash,
        CancellationStatus status,
        @Nullable CancellationRefusal refusal,
        List<String> refusedLines,
        List<Line> lines,
        @Nullable Money refund,
        @Nullable Money fee,
        @Nullable Instant validUntil) {

    public CancellationSnapshot {
        refusedLines = List.copyOf(refusedLines);
        lines = List.copyOf(lines);
    }

    /** One line, its price and what of it is kept. */
    public record Line(String seatNo, Money price, Money fee) {}
}
