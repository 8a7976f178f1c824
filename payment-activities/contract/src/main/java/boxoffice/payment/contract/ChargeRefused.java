package boxoffice.payment.contract;

/**
 * This attempt is fenced off: the payment was reversed, or a later attempt has begun. Nothing was
 * taken under it, and nothing will be.
 */
public record ChargeRefused() implements ChargeOutcome {}
