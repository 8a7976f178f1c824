package boxoffice.order.contract;

/**
 * The order is not pending. With the fences holding this cannot be; it is for a person to look at.
 *
 * @param why what was found, for the operator
 */
public record ConfirmRefused(String why) implements ConfirmOutcome {}
