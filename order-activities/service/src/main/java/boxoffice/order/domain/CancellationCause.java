package boxoffice.order.domain;

/** Who cancels. */
public enum CancellationCause {
    /** At the fee that the policy says, until it says that it is too late. */
    BY_BUYER,
    /** Everything goes back, at any time. */
    BY_PROMOTER
}
