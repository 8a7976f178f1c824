package boxoffice.payment.provider;

import boxoffice.payment.domain.Refund;

/** The provider has failed a refund again and again: a person must look. */
public final class RefundFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RefundFailed(Refund refund, String why) {
        super(
                "the provider did not refund %s of booking %s in %d tries: %s"
                        .formatted(refund.toCard(), refund.bookingId(), refund.tries(), why));
    }
}
