package boxoffice.payment.contract;

import boxoffice.kernel.BookingId;
import boxoffice.kernel.BuyerId;
import org.jspecify.annotations.Nullable;

/**
 * @param cancellationId of the refund that is meant; null for the reversal of the whole payment
 * @param by the operator who says so
 * @param reason in the operator's words
 */
public record MarkRefunded(
        BookingId bookingId,
        BuyerId buyerId,
        @Nullable String cancellationId,
        String by,
        String reason) {}
