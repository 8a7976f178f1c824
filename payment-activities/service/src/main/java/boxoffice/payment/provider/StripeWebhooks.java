package boxoffice.payment.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import boxoffice.web.Answers;
import boxoffice.web.ApiProblem;
import com.stripe.exception.SignatureVerificationException;
import com.stripe.net.Webhook;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Conditional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/**
 * What Stripe tells by itself. A webhook is a hint to look and never a fact, so a repeat, one out
 * of order and one of a payment that is not ours are all taken and harmless; what is not surely
 * from our account is not taken. Anything but 2xx makes Stripe tell it again.
 */
@RestController
@Conditional(StripeConfiguration.HasKey.class)
class StripeWebhooks {

    static final String PATH = "/api/payments/webhooks/stripe";

    private static final Logger log = LoggerFactory.getLogger(StripeWebhooks.class);
    private static final Duration AGE_MAX = Duration.ofMinutes(5);
    private static final long ANY_AGE = 0;
    private static final Duration AGAIN_AFTER = Duration.ofSeconds(5);

    private final StripeProperties properties;
    private final ProviderEvents events;
    private final ObjectProvider<ProviderNews> news;
    private final DisputesAtProvider disputes;
    private final JsonMapper json;
    private final Clock clock;

    StripeWebhooks(
            StripeProperties properties,
            ProviderEvents events,
            ObjectProvider<ProviderNews> news,
            DisputesAtProvider disputes,
            JsonMapper json,
            Clock clock) {
        this.properties = properties;
        this.events = events;
        this.news = news;
        this.disputes = disputes;
        this.json = json;
        this.clock = clock;
    }

    @Answers(
            value = {
                "400 webhook-not-expected webhook-unsigned webhook-signature-wrong webhook-too-old"
                        + " webhook-malformed webhook-of-another-account",
                "503 webhook-not-done Retry-After"
            },
            request = Object.class,
            example =
"""
{"id": "evt_1", "type": "charge.dispute.created"}
""")
    @PostMapping(PATH)
    void hear(
            @RequestHeader(name = "Stripe-Signature", required = false) @Nullable String signature,
            @RequestBody(required = false) byte @Nullable [] body) {
        var text = body == null ? "" : new String(body, UTF_8);
        requireOurs(text, signature);
        var event =
                StripeEvent.read(json, text)
                        .orElseThrow(
                                () -> refused("webhook-malformed", "The body is no Stripe event."));
        requireOurs(event);
        if (events.isKnown(event.id())) {
            log.info("Stripe told {} {} again", event.type(), event.id());
            return;
        }
        var ref = event.ref();
        log.info("Stripe told {} {} of {}", event.type(), event.id(), ref);
        if (ref != null) {
            news.forEach(listener -> listener.heard(ref));
        }
        if (event.dispute() != null) {
            follow(event.dispute());
        }
        // Last, so that what was not heard to the end is told again.
        events.keep(event.id(), event.type(), ref);
    }

    /** Nothing is lost by failing: the provider tells it again. */
    private void follow(String dispute) {
        try {
            disputes.heard(dispute);
        } catch (ProviderFault | DisputeNotTold e) {
            log.warn("Dispute {} is to be told again: {}", dispute, e.getMessage());
            throw new ApiProblem(
                            HttpStatus.SERVICE_UNAVAILABLE,
                            "webhook-not-done",
                            "What was told could not be followed up now. Tell it again.")
                    .retryAfter(AGAIN_AFTER);
        }
    }

    private void requireOurs(String body, @Nullable String signature) {
        var secret = properties.webhookSecret();
        if (secret == null || secret.isBlank()) {
            throw refused("webhook-not-expected", "No webhook secret is set up here.");
        }
        if (signature == null || signature.isBlank()) {
            throw refused("webhook-unsigned", "The header Stripe-Signature is missing.");
        }
        if (!isSigned(body, signature, secret, ANY_AGE)) {
            throw refused("webhook-signature-wrong", "The signature does not fit body and secret.");
        }
        if (!isSigned(body, signature, secret, AGE_MAX.toSeconds())) {
            throw refused("webhook-too-old", "The signature is older than five minutes.");
        }
    }

    private boolean isSigned(String body, String signature, String secret, long ageMaxSeconds) {
        try {
            return Webhook.Signature.verifyHeader(body, signature, secret, ageMaxSeconds, clock);
        } catch (SignatureVerificationException | NumberFormatException e) {
            // Of the second the library says nothing: the time in the header is no number.
            return false;
        }
    }

    /** Test events do not move live payments, nor the other way about. */
    private void requireOurs(StripeEvent event) {
        var account = event.account();
        if (event.live() != properties.isLive()
                || (account != null && !account.equals(properties.account()))) {
            log.warn("{} {} is of another account", event.type(), event.id());
            throw refused("webhook-of-another-account", "The event is of another account or mode.");
        }
    }

    private static ApiProblem refused(String code, String detail) {
        log.warn("refused what came as a webhook: {}", code);
        return new ApiProblem(HttpStatus.BAD_REQUEST, code, detail);
    }
}
