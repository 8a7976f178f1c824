package boxoffice.payment.domain;

/** How far the reversal of a payment has come. */
public sealed interface Reversal {

    /** Nothing is owed, and nothing will be taken. */
    record Done(Payment payment) implements Reversal {}

    /** Nothing more will be taken; the card is still owed its part. */
    record Owed(Refund refund) implements Reversal {}

    /**
     * A card was used: whether it was charged, and that it never will be, the provider must say.
     */
    record AtProvider(Payment payment) implements Reversal {}
}
