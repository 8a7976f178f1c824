package boxoffice.payment.provider;

import boxoffice.kernel.BookingId;
import boxoffice.kernel.BuyerId;
import boxoffice.payment.domain.Begun;
import boxoffice.payment.domain.ChargeAttempt;
import boxoffice.payment.domain.ChargeResult;
import boxoffice.payment.domain.DeclineReason;
import boxoffice.payment.domain.Payment;
import boxoffice.payment.domain.Remark;
import boxoffice.payment.domain.Reversal;
import boxoffice.payment.store.Payments;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Bookings' payments where a card is used: row, provider, row. No lock and no transaction is held
 * while the provider is asked, so every answer is recorded under the attempt that asked, or not at
 * all.
 */
@Component
public class Cards {

    private static final Logger log = LoggerFactory.getLogger(Cards.class);

    private static final Duration PAUSE_FIRST = Duration.ofMillis(500);
    private static final Duration PAUSE_MAX = Duration.ofSeconds(10);

    private final Payments payments;
    private final RefundsToCards refunds;
    private final Optional<PaymentGateway> gateway;
    private final News news;

    Cards(Payments payments, RefundsToCards refunds, Optional<PaymentGateway> gateway, News news) {
        this.payments = payments;
        this.refunds = refunds;
        this.gateway = gateway;
        this.news = news;
    }

    /**
     * Charges, and asks until it is known what became of it. The same attempt again: the same
     * result.
     *
     * @param pulse ends the asking; what became of the charge is unknown then
     */
    public ChargeResult charge(ChargeAttempt attempt, Pulse pulse) {
        return switch (payments.beginWithCard(attempt)) {
            case Begun.Known(var result) -> result;
            case Begun.AskProvider(var ref) ->
                    gateway.map(it -> ask(it, attempt, ref, pulse))
                            .orElseGet(() ->
                                    payments.declined(attempt, DeclineReason.CARDS_NOT_ACCEPTED));
        };
    }

    private ChargeResult ask(
            PaymentGateway gateway, ChargeAttempt attempt, @Nullable String known, Pulse pulse) {
        var ref = known;
        var underWay = false;
        for (var pause = PAUSE_FIRST; ; pause = longer(pause)) {
            pulse.check();
            try {
                ref = ref == null ? open(gateway, attempt) : ref;
                switch (underWay ? gateway.standing(ref) : chargeOnce(gateway, ref, attempt)) {
                    case ChargeAnswer.Captured _ -> {
                        return payments.captured(attempt);
                    }
                    case ChargeAnswer.Declined(var reason) -> {
                        return payments.declined(attempt, reason);
                    }
                    case ChargeAnswer.Closed _ -> {
                        // By a reversal, as the row says then; or by hand, at the provider.
                        return payments.declined(attempt, DeclineReason.PROCESSING_ERROR);
                    }
                    case ChargeAnswer.Pending _ -> underWay = true;
                    case ChargeAnswer.Idle _ -> underWay = false;
                }
            } catch (ProviderFault e) {
                log.warn(
                        "Booking {}, attempt {}: not known yet: {}",
                        attempt.bookingId(),
                        attempt.attempt(),
                        e.getMessage());
            }
            news.await(ref == null ? attempt.bookingId().toString() : ref, pause);
        }
    }

    private static ChargeAnswer chargeOnce(
            PaymentGateway gateway, String ref, ChargeAttempt attempt) {
        var card = attempt.paymentMethodId();
        if (card == null) {
            throw new IllegalArgumentException("attempt without a card");
        }
        return gateway.charge(ref, attempt.attempt(), attempt.card(), card);
    }

    private String open(PaymentGateway gateway, ChargeAttempt attempt) {
        var ref = gateway.open(nameOf(attempt.bookingId()), attempt.amount());
        payments.opened(attempt.bookingId(), ref);
        return ref;
    }

    private static Duration longer(Duration pause) {
        var doubled = pause.multipliedBy(2);
        return doubled.compareTo(PAUSE_MAX) < 0 ? doubled : PAUSE_MAX;
    }

    /**
     * Takes the booking's payment back, whatever became of it: the provider closes it or says that
     * it is charged, the points go back, and the card is refunded. Again: goes on where it was.
     *
     * @return done, or owed where only the card's refund is open
     * @throws ProviderFault while it is not certain that nothing more can be taken
     */
    public Reversal reverse(BookingId booking, BuyerId buyer, @Nullable Remark remark) {
        var reversal = payments.beginReversal(booking, buyer, remark);
        if (reversal instanceof Reversal.AtProvider(var payment)) {
            reversal = payments.settled(booking, isCharged(payment));
        }
        if (reversal instanceof Reversal.Owed(var refund) && refunds.pay(refund)) {
            return new Reversal.Done(payments.of(booking));
        }
        return reversal;
    }

    private boolean isCharged(Payment payment) {
        var provider =
                gateway.orElseThrow(() ->
                        new ProviderFault("a card was used, and no provider is set up", null));
        var ref = payment.providerRef();
        if (ref == null) {
            ref = provider.open(nameOf(payment.bookingId()), payment.price());
            payments.opened(payment.bookingId(), ref);
        }
        return switch (provider.close(ref)) {
            case ChargeAnswer.Captured _ -> true;
            case ChargeAnswer.Closed _ -> false;
            case ChargeAnswer.Pending _, ChargeAnswer.Idle _, ChargeAnswer.Declined _ ->
                    throw new ProviderFault("the provider is still at work on the charge", null);
        };
    }

    private static String nameOf(BookingId booking) {
        return "booking/" + booking;
    }
}
