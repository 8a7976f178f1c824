package boxoffice.payment.provider;

import boxoffice.kernel.Money;
import boxoffice.payment.domain.DisputeSeen;

/**
 * A card provider. It keeps one object per payment, on which every attempt is made, so that it can
 * take the money once at most and, once closed, never: the second fence behind our own row.
 *
 * <p>Every method may be called again with the same arguments, by a retry or by an attempt that was
 * given up and runs on; none does anything twice. Each makes one try, guarded by the circuit
 * breaker, the bulkhead, the rate limit and the time limit; who calls decides whether to try again.
 *
 * @see ProviderFault what all of them throw when they could not learn the answer
 */
public interface PaymentGateway {

    /**
     * Makes the provider's object for a payment, or finds the one that was made before. Nothing is
     * charged by it.
     *
     * @param payment what is paid, such as {@code booking/ID} or {@code top-up/ID}: the key under
     *     which the object is made once, and kept in its metadata
     * @param total of the payment, positive; the same at every call
     * @return the provider's reference
     */
    String open(String payment, Money total);

    /**
     * Tries to take the money from a card. Must be asked again, with the same attempt, until the
     * answer is known; only then may the next attempt begin.
     *
     * @param attempt counted from 1 within the payment
     * @param amount the card's part of the total, positive
     * @param paymentMethodId the provider's id of the card
     */
    ChargeAnswer charge(String ref, int attempt, Money amount, String paymentMethodId);

    /** How the payment stands, whatever attempt made it so. */
    ChargeAnswer standing(String ref);

    /**
     * Closes a payment, so that nothing can be taken any more, unless the money is taken already.
     *
     * @return {@link ChargeAnswer.Closed}, {@link ChargeAnswer.Captured} where it came too late, or
     *     {@link ChargeAnswer.Pending} while the provider itself does not know
     */
    ChargeAnswer close(String ref);

    /**
     * Gives back a part of what was taken.
     *
     * @param key names this try of this refund for ever; after a {@link RefundAnswer.Failed} the
     *     next try has a key of its own
     * @param amount positive
     */
    RefundAnswer refund(String ref, String key, Money amount);

    /** How a refund stands that was begun before. */
    RefundAnswer refundStanding(String refundRef);

    /** How a dispute stands that the provider has told of. */
    DisputeSeen dispute(String disputeRef);
}
