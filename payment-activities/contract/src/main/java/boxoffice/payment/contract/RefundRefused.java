package boxoffice.payment.contract;

/**
 * Nothing was given back, and nothing will be under this command: the booking is not charged, or
 * less of it is left than is asked for.
 *
 * @param why for the operator
 */
public record RefundRefused(String why) implements RefundOutcome {}
