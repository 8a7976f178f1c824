package boxoffice.order.contract;

/**
 * There is no such claim. With the fences holding this cannot be; it is for a person to look at.
 *
 * @param why what was found, for the operator
 */
public record CloseRefused(String why) implements CloseOutcome {}
