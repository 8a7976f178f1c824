package boxoffice.payment.domain;

/** What became of a {@link ChargeAttempt}; once known it is the same for ever. */
public sealed interface ChargeResult {

    /** The booking's money is taken, by this attempt or by another. */
    record Taken() implements ChargeResult {}

    /** This attempt took nothing. */
    record NotTaken(DeclineReason reason) implements ChargeResult {}

    /** This attempt comes too late: the payment is reversed, or a later attempt has begun. */
    record FencedOff() implements ChargeResult {}
}
