package boxoffice.payment.provider;

import boxoffice.kernel.Money;
import boxoffice.payment.domain.DeclineReason;
import boxoffice.payment.domain.DisputeSeen;
import boxoffice.payment.provider.ChargeAnswer.Captured;
import boxoffice.payment.provider.ChargeAnswer.Closed;
import boxoffice.payment.provider.ChargeAnswer.Declined;
import boxoffice.payment.provider.ChargeAnswer.Idle;
import boxoffice.payment.provider.ChargeAnswer.Pending;
import com.stripe.StripeClient;
import com.stripe.model.PaymentIntent;
import com.stripe.model.StripeError;
import com.stripe.param.PaymentIntentConfirmParams;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.PaymentIntentUpdateParams;
import com.stripe.service.PaymentIntentService;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stripe, by one PaymentIntent for each payment: it captures once at most whatever is tried on it,
 * and never once it is canceled. Every command has an idempotency key of its own, so that a repeat
 * gets the first one's answer.
 *
 * <p>Stripe forgets keys after 24 hours. {@link #charge} and {@link #refund} therefore look before
 * they act, so that what was taken or given back long ago is found without its key. {@link #open}
 * cannot know how old a payment is and does not look: an open that is repeated after a day makes a
 * second intent. That one is harmless, because nothing is ever charged but on the reference that
 * the payment's row holds; the other stays empty for ever.
 */
final class StripeGateway implements PaymentGateway {

    private static final Logger log = LoggerFactory.getLogger(StripeGateway.class);

    /** Half of what Stripe promises to keep a key for. */
    private static final Duration KEYS_HOLD = Duration.ofHours(12);

    private static final String CARD = "card";

    /** By what people and searches find the payment in Stripe's books. */
    static final String PAYMENT = "payment";

    private final PaymentIntentService intents;
    private final StripeCalls calls;
    private final StripeRefunds refunds;
    private final StripeDisputes disputes;
    private final Clock clock;

    StripeGateway(StripeClient client, StripeCalls calls, Clock clock) {
        intents = client.v1().paymentIntents();
        refunds = new StripeRefunds(client.v1().refunds(), calls);
        disputes = new StripeDisputes(client.v1().disputes(), calls);
        this.calls = calls;
        this.clock = clock;
    }

    @Override
    public String open(String payment, Money total) {
        var wanted =
                PaymentIntentCreateParams.builder()
                        .setAmount(total.amount())
                        .setCurrency(total.currency().toLowerCase(Locale.ROOT))
                        .setCaptureMethod(PaymentIntentCreateParams.CaptureMethod.AUTOMATIC)
                        .addPaymentMethodType(CARD)
                        .putMetadata(PAYMENT, payment)
                        .build();
        try {
            return calls.once(
                    "open",
                    payment + "/open",
                    options -> intents.create(wanted, options).getId(),
                    Optional::empty);
        } catch (StripeCalls.Refused e) {
            throw e.asFault();
        }
    }

    @Override
    public ChargeAnswer charge(String ref, int attempt, Money amount, String paymentMethodId) {
        var intent = find(ref);
        if (!(standingOf(intent) instanceof Idle)) {
            return standingOf(intent);
        }
        var lastError = intent.getLastPaymentError();
        if (lastError != null && isOlderThanKeys(intent)) {
            // This attempt may have been declined under a key that is forgotten: not again.
            return declined(lastError);
        }
        if (intent.getAmount() != amount.amount()) {
            price(ref, amount);
        }
        try {
            return confirm(ref, attempt, amount, paymentMethodId);
        } catch (StripeCalls.Refused e) {
            return refused(ref, amount, e);
        }
    }

    /** Without a key that is kept: a late repeat must set the amount again, not seem to. */
    private void price(String ref, Money amount) {
        var wanted = PaymentIntentUpdateParams.builder().setAmount(amount.amount()).build();
        try {
            calls.ask("price", () -> intents.update(ref, wanted));
        } catch (StripeCalls.Refused e) {
            throw e.asFault();
        }
    }

    /** The amount is named once more, so that a late attempt's cannot be taken for this one's. */
    private ChargeAnswer confirm(String ref, int attempt, Money amount, String paymentMethodId) {
        var wanted =
                PaymentIntentConfirmParams.builder()
                        .setPaymentMethod(paymentMethodId)
                        .setAmountToConfirm(amount.amount())
                        .setErrorOnRequiresAction(true)
                        .build();
        var confirmed =
                calls.once(
                        "charge",
                        ref + "/" + attempt + "/confirm",
                        options -> intents.confirm(ref, wanted, options),
                        () -> Optional.of(find(ref)).filter(found -> !isIdle(found)));
        return switch (standingOf(confirmed)) {
            case Captured captured -> captured;
            case Closed closed -> closed;
            // As it was when the key was first used: by now it may be through.
            case Pending _ -> afterProcessing(find(ref));
            case Idle _ -> declinedAs(confirmed);
            case Declined declined -> declined;
        };
    }

    private static ChargeAnswer afterProcessing(PaymentIntent intent) {
        return isIdle(intent) ? declinedAs(intent) : standingOf(intent);
    }

    private ChargeAnswer refused(String ref, Money amount, StripeCalls.Refused refused) {
        if (refused.isDecline()) {
            return refused.declined();
        }
        if (refused.isMissing("payment_method")) {
            return new Declined(DeclineReason.UNKNOWN_PAYMENT_METHOD);
        }
        if (refused.isMissing() || refused.isOtherCall()) {
            throw refused.asFault();
        }
        var intent = find(ref);
        if (!isIdle(intent)) {
            return standingOf(intent);
        }
        if (intent.getAmount() != amount.amount()) {
            throw new ProviderFault("charge: another attempt has changed the amount", null);
        }
        log.warn("{}", refused.getMessage());
        return new Declined(DeclineReason.PROCESSING_ERROR);
    }

    @Override
    public ChargeAnswer standing(String ref) {
        return standingOf(find(ref));
    }

    @Override
    public ChargeAnswer close(String ref) {
        try {
            // Once canceled it stays so; a key would only keep the answer of an earlier try.
            return closedOr(calls.ask("close", () -> intents.cancel(ref)));
        } catch (StripeCalls.Refused e) {
            return closedOr(find(ref));
        }
    }

    private static ChargeAnswer closedOr(PaymentIntent intent) {
        if (isIdle(intent)) {
            throw new ProviderFault("close: the payment is still open", null);
        }
        return standingOf(intent);
    }

    @Override
    public RefundAnswer refund(String ref, String key, Money amount) {
        return refunds.refund(ref, key, amount);
    }

    @Override
    public RefundAnswer refundStanding(String refundRef) {
        return refunds.standing(refundRef);
    }

    @Override
    public DisputeSeen dispute(String disputeRef) {
        return disputes.standing(disputeRef);
    }

    /** What is not found may be found later: where it is asked for, it was made once. */
    private PaymentIntent find(String ref) {
        try {
            return calls.ask("look", () -> intents.retrieve(ref));
        } catch (StripeCalls.Refused e) {
            throw e.asFault();
        }
    }

    private boolean isOlderThanKeys(PaymentIntent intent) {
        var created = Instant.ofEpochSecond(intent.getCreated());
        return created.plus(KEYS_HOLD).isBefore(clock.instant());
    }

    private static boolean isIdle(PaymentIntent intent) {
        return standingOf(intent) instanceof Idle;
    }

    private static ChargeAnswer standingOf(PaymentIntent intent) {
        return switch (intent.getStatus()) {
            case "succeeded" -> new Captured();
            case "canceled" -> new Closed();
            case "requires_payment_method", "requires_confirmation", "requires_action" ->
                    new Idle();
            // At work, or in a state that we never ask for: not to be taken for anything.
            default -> new Pending();
        };
    }

    private static Declined declinedAs(PaymentIntent intent) {
        if (intent.getStatus().equals("requires_action")) {
            return new Declined(DeclineReason.AUTHENTICATION_REQUIRED);
        }
        var error = intent.getLastPaymentError();
        return error == null ? new Declined(DeclineReason.PROCESSING_ERROR) : declined(error);
    }

    private static Declined declined(StripeError error) {
        return new Declined(Declines.reason(error.getCode(), error.getDeclineCode()));
    }
}
