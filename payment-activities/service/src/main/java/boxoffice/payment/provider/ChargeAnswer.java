package boxoffice.payment.provider;

import boxoffice.payment.domain.DeclineReason;

/** How a payment stands at the provider. */
public sealed interface ChargeAnswer {

    /** The money is taken. */
    record Captured() implements ChargeAnswer {}

    /** This attempt took nothing, and never will. */
    record Declined(DeclineReason reason) implements ChargeAnswer {}

    /** Nothing can be taken any more; a late attempt meets this. */
    record Closed() implements ChargeAnswer {}

    /** The provider, or the bank behind it, is still at work. */
    record Pending() implements ChargeAnswer {}

    /** Nothing is taken and nothing is under way; an attempt may be made. */
    record Idle() implements ChargeAnswer {}
}
