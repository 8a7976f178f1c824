package boxoffice.payment.contract;

/** The money is taken. */
public record Charged() implements ChargeOutcome {}
