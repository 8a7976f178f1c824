package boxoffice.payment.provider;

import boxoffice.payment.domain.DeclineReason;
import boxoffice.payment.domain.TopUp;
import boxoffice.payment.store.TopUps;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Points bought by card: row, provider, row. One whose outcome is not known at once is looked at
 * again when the provider has news, when the buyer repeats the request, and from time to time.
 */
@Component
public class TopUpsByCard {

    private static final Logger log = LoggerFactory.getLogger(TopUpsByCard.class);

    private static final Duration AGE_MIN = Duration.ofSeconds(30);
    private static final int COUNT_MAX = 20;

    /** A top-up has one attempt: another card is another request. */
    private static final int ATTEMPT = 1;

    private final TopUps topUps;
    private final Optional<PaymentGateway> gateway;

    TopUpsByCard(TopUps topUps, Optional<PaymentGateway> gateway, News news) {
        this.topUps = topUps;
        this.gateway = gateway;
        news.listen(ref -> topUps.pending(ref).ifPresent(this::goOn));
    }

    /**
     * Makes the top-up, or goes on with the one that was begun under this id before; pending where
     * the provider does not say at once.
     */
    public TopUp topUp(TopUp asked) {
        var topUp = topUps.begin(asked);
        return topUp.state() == TopUp.State.PENDING && topUp.asksLike(asked) ? goOn(topUp) : topUp;
    }

    @Scheduled(fixedDelayString = "PT5M", initialDelayString = "PT1M")
    void goOnWithTheForgotten() {
        if (gateway.isPresent()) {
            topUps.pendingLongerThan(AGE_MIN, COUNT_MAX).forEach(this::goOn);
        }
    }

    private TopUp goOn(TopUp topUp) {
        if (gateway.isEmpty()) {
            return topUps.declined(topUp, DeclineReason.CARDS_NOT_ACCEPTED);
        }
        try {
            return switch (ask(gateway.get(), topUp)) {
                case ChargeAnswer.Captured _ -> topUps.done(topUp);
                case ChargeAnswer.Declined(var reason) -> topUps.declined(topUp, reason);
                case ChargeAnswer.Closed _ ->
                        topUps.declined(topUp, DeclineReason.PROCESSING_ERROR);
                case ChargeAnswer.Pending _, ChargeAnswer.Idle _ -> topUps.stillPending(topUp);
            };
        } catch (ProviderFault e) {
            log.warn("Top-up {}: not known yet: {}", topUp.id(), e.getMessage());
            return topUps.stillPending(topUp);
        }
    }

    private ChargeAnswer ask(PaymentGateway provider, TopUp topUp) {
        var ref = topUp.providerRef();
        if (ref == null) {
            ref = provider.open("top-up/" + topUp.id(), topUp.amount());
            topUps.opened(topUp.id(), ref);
        } else if (provider.standing(ref) instanceof ChargeAnswer.Captured captured) {
            return captured;
        }
        return provider.charge(ref, ATTEMPT, topUp.amount(), topUp.paymentMethodId());
    }
}
