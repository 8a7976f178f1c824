package boxoffice.payment.domain;

import boxoffice.kernel.BuyerId;
import boxoffice.kernel.Money;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Points that a buyer buys by card.
 *
 * @param id derived from the buyer and the Idempotency-Key, so that a repeat meets the first
 * @param paymentMethodId the provider's id of the card
 * @param declined why nothing was taken; null unless {@link State#DECLINED}
 * @param providerRef the provider's reference; null where none is known yet
 */
public record TopUp(
        UUID id,
        BuyerId buyer,
        Money amount,
        String paymentMethodId,
        State state,
        @Nullable DeclineReason declined,
        @Nullable String providerRef) {

    /** Where a top-up stands. */
    public enum State {
        /** The provider is being asked; whether money moved is not known yet. */
        PENDING,
        /** The card is charged and the points are there. */
        DONE,
        /** Nothing was taken, and nothing will be. */
        DECLINED
    }

    /** Minor units at most, at once: what a purse may hold is the bank's worry, theft is ours. */
    public static final long AMOUNT_MAX = 2_000_000;

    /** A new one. */
    public static TopUp of(UUID id, BuyerId buyer, Money amount, String paymentMethodId) {
        return new TopUp(id, buyer, amount, paymentMethodId, State.PENDING, null, null);
    }

    /** Whether the two ask for the same thing. */
    public boolean asksLike(TopUp other) {
        return amount.equals(other.amount) && paymentMethodId.equals(other.paymentMethodId);
    }
}
