package boxoffice.payment.provider;

import boxoffice.payment.domain.Refund;
import boxoffice.payment.domain.Remark;
import boxoffice.payment.store.Refunds;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Brings what a card is owed back to it, try by try, each under a key of its own. */
@Component
public class RefundsToCards {

    private static final Logger log = LoggerFactory.getLogger(RefundsToCards.class);

    /** So many failed tries are a person's business; after a person's word, so many again. */
    private static final int TRIES = 5;

    private final Refunds refunds;
    private final Optional<PaymentGateway> gateway;

    RefundsToCards(Refunds refunds, Optional<PaymentGateway> gateway) {
        this.refunds = refunds;
        this.gateway = gateway;
    }

    /**
     * Makes one try, or looks how the last one stands.
     *
     * @return whether the card has its part back; if not, to be asked again
     * @throws ProviderFault when the provider could not be asked
     * @throws RefundFailed when the provider has failed it so often that a person must look
     */
    public boolean pay(Refund refund) {
        if (refund.isDone()) {
            return true;
        }
        return switch (ask(refund)) {
            case RefundAnswer.Done(var ref) -> {
                refunds.done(refund, ref, null);
                yield true;
            }
            case RefundAnswer.Pending(var ref) -> {
                refunds.underWay(refund, ref);
                yield false;
            }
            case RefundAnswer.Failed(_, var why) -> {
                log.warn("{} failed: {}", refund.key(), why);
                refunds.failed(refund);
                if (refund.tries() % TRIES == 0) {
                    throw new RefundFailed(refund, why);
                }
                yield false;
            }
        };
    }

    /**
     * An operator says that the card has its part back outside of the provider. The provider is
     * asked first, under the key of the current try: only what it has failed for good may be
     * marked, for no late call under that key can move anything any more.
     *
     * @throws ProviderFault while the provider is still at work on it
     */
    public void mark(Refund refund, Remark remark) {
        if (refund.isDone()) {
            return;
        }
        switch (ask(refund)) {
            case RefundAnswer.Done(var ref) -> refunds.done(refund, ref, remark);
            case RefundAnswer.Failed _ -> refunds.done(refund, null, remark);
            case RefundAnswer.Pending(var ref) -> {
                refunds.underWay(refund, ref);
                throw new ProviderFault("the provider is still at work on the refund", null);
            }
        }
    }

    private RefundAnswer ask(Refund refund) {
        var provider =
                gateway.orElseThrow(
                        () -> new ProviderFault("a card is owed, and no provider is set up", null));
        var under = refund.providerRef();
        if (under != null) {
            return provider.refundStanding(under);
        }
        var payment = refund.paymentRef();
        if (payment == null) {
            throw new IllegalStateException(refund.key() + " has no payment at the provider");
        }
        return provider.refund(payment, refund.key(), refund.toCard());
    }
}
