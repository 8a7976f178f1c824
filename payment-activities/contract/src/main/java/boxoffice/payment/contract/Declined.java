package boxoffice.payment.contract;

/**
 * No money was taken under this attempt, and none will be. Of a payment in two parts, what the
 * first part had taken is back.
 *
 * @param mayRetry whether another attempt can help
 */
public record Declined(Reason reason, boolean mayRetry) implements ChargeOutcome {

    /** Why. */
    public enum Reason {
        /** The wallet holds less than the amount, or the buyer has no wallet in this currency. */
        INSUFFICIENT_POINTS,
        /** The bank says no and not why, or why is not for the buyer to know: lost, stolen. */
        CARD_DECLINED,
        /** The card's account holds less than the amount. */
        INSUFFICIENT_FUNDS,
        /** The card has expired. */
        EXPIRED_CARD,
        /** The security code does not fit the card. */
        INCORRECT_CVC,
        /** The card cannot be used for this purchase or currency. */
        CARD_NOT_SUPPORTED,
        /** The bank wants the buyer to confirm, which a purchase here cannot do. */
        AUTHENTICATION_REQUIRED,
        /** The provider knows no such payment method. */
        UNKNOWN_PAYMENT_METHOD,
        /** The bank or the provider failed, and is sure that nothing was taken. */
        PROCESSING_ERROR,
        /** No card provider is set up here. */
        CARDS_NOT_ACCEPTED
    }
}
