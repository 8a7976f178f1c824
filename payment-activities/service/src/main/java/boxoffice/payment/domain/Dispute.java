package boxoffice.payment.domain;

import boxoffice.kernel.BookingId;
import boxoffice.kernel.BuyerId;
import boxoffice.kernel.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A payment that the buyer's bank wants back.
 *
 * @param disputeId the provider's
 * @param bookingId null where it is of no booking's payment: a top-up, or none of ours
 * @param buyer null together with the booking
 * @param amount what the bank wants back
 * @param reason the bank's
 * @param evidenceDueAt until when the bank takes an answer; null where it takes none
 */
public record Dispute(
        String disputeId,
        @Nullable BookingId bookingId,
        @Nullable BuyerId buyer,
        Money amount,
        String reason,
        DisputeState state,
        Instant openedAt,
        @Nullable Instant evidenceDueAt) {}
