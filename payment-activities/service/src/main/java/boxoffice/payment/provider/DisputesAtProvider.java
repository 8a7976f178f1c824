package boxoffice.payment.provider;

import boxoffice.payment.domain.Dispute;
import boxoffice.payment.store.Disputes;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What is told of disputes is looked at where it happens, written down, and passed on. */
@Component
public class DisputesAtProvider {

    private static final Logger log = LoggerFactory.getLogger(DisputesAtProvider.class);

    private final Disputes disputes;
    private final Optional<PaymentGateway> gateway;
    private final DisputeFollower follower;

    DisputesAtProvider(
            Disputes disputes, Optional<PaymentGateway> gateway, DisputeFollower follower) {
        this.disputes = disputes;
        this.gateway = gateway;
        this.follower = follower;
    }

    /**
     * Asks the provider and writes down what it says.
     *
     * @throws ProviderFault when the provider could not be asked, or knows no such dispute
     */
    public Dispute look(String disputeId) {
        var provider =
                gateway.orElseThrow(() -> new ProviderFault("no card provider is set up", null));
        return disputes.record(provider.dispute(disputeId));
    }

    /**
     * The provider has told of a dispute, in whatever order.
     *
     * @throws ProviderFault as {@link #look}
     * @throws DisputeNotTold when nobody follows it yet; both are to be told again
     */
    void heard(String disputeId) {
        var dispute = look(disputeId);
        log.info("Dispute {} over {} is {}", disputeId, dispute.amount(), dispute.state());
        var booking = dispute.bookingId();
        if (booking == null) {
            // A top-up, or a payment that something else has made with our account.
            log.warn("Dispute {} is of no booking: no order shows it", disputeId);
            return;
        }
        follower.follow(booking, disputeId);
    }
}
