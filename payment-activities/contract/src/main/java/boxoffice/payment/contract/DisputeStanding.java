package boxoffice.payment.contract;

import boxoffice.kernel.BuyerId;
import boxoffice.kernel.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A dispute as its row says after the provider was asked.
 *
 * @param amount what the bank wants back
 * @param reason the bank's, for the operator
 * @param evidenceDueAt until when the bank takes an answer; null where it takes none
 */
public record DisputeStanding(
        BuyerId buyerId,
        Money amount,
        String reason,
        DisputeState state,
        Instant openedAt,
        @Nullable Instant evidenceDueAt) {}
