package boxoffice.payment.domain;

import boxoffice.kernel.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A dispute as the provider told it when it was asked.
 *
 * @param disputeId the provider's
 * @param paymentRef the provider's reference of the payment; null where it names none
 * @param amount zero or more
 * @param reason the bank's
 * @param evidenceDueAt until when the bank takes an answer; null where it takes none
 */
public record DisputeSeen(
        String disputeId,
        @Nullable String paymentRef,
        Money amount,
        String reason,
        DisputeState state,
        Instant openedAt,
        @Nullable Instant evidenceDueAt) {}
