package boxoffice.payment.provider;

import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.CardException;
import com.stripe.exception.IdempotencyException;
import com.stripe.exception.StripeException;
import com.stripe.net.RequestOptions;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One call to Stripe and what its failing means: refused (nothing was done), broken (a 5xx), or not
 * known. What Stripe says in words goes nowhere, because a card or a key may stand in it.
 */
final class StripeCalls {

    private static final Logger log = LoggerFactory.getLogger(StripeCalls.class);

    /** Stripe stores a 5xx under its key: a call that met one goes on under the next key. */
    private static final int KEYS_MAX = 50;

    private final ProviderGuard guard;

    StripeCalls(ProviderGuard guard) {
        this.guard = guard;
    }

    /** A call that names no key, or under whichever it is given. */
    interface Question<T> {
        T ask() throws StripeException;
    }

    /** See {@link Question}. */
    interface Command<T> {
        T give(RequestOptions options) throws StripeException;
    }

    /** Stripe refuses, and has done nothing. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final String what;
        private final transient StripeException answer;

        private Refused(String what, StripeException answer) {
            super(what + ": refused, " + describe(answer), null, false, false);
            this.what = what;
            this.answer = answer;
        }

        /** For where a refusal cannot be: what became of the payment is not known. */
        ProviderFault asFault() {
            return new ProviderFault(what + ": refused, " + describe(answer), null);
        }

        boolean isDecline() {
            return answer instanceof CardException;
        }

        /** By the card's own words. */
        ChargeAnswer.Declined declined() {
            var bank = answer instanceof CardException card ? card.getDeclineCode() : null;
            return new ChargeAnswer.Declined(Declines.reason(answer.getCode(), bank));
        }

        boolean isMissing(String parameter) {
            var error = answer.getStripeError();
            return "resource_missing".equals(answer.getCode())
                    && error != null
                    && parameter.equals(error.getParam());
        }

        boolean isMissing() {
            return "resource_missing".equals(answer.getCode());
        }

        /** The key was used before for something else. */
        boolean isOtherCall() {
            return answer instanceof IdempotencyException;
        }

        String code() {
            return String.valueOf(answer.getCode());
        }
    }

    /** Stripe broke over a call that named a key. */
    private static final class Broken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final boolean kept;

        private Broken(boolean kept) {
            super("broken", null, false, false);
            this.kept = kept;
        }
    }

    /**
     * @throws Refused what Stripe will not do
     * @throws ProviderFault what is not known
     */
    <T> T ask(String what, Question<T> question) {
        try {
            return once(what, question);
        } catch (Broken e) {
            throw new ProviderFault(what + ": the provider broke", null);
        }
    }

    /**
     * Does it once for this key, however often it is asked. Where Stripe breaks, looks whether it
     * was done; the next try then goes under the next key, because this one gives the same 5xx for
     * as long as Stripe keeps it. So what is asked must be harmless when done twice.
     *
     * @param look for what was done; empty where nothing was
     */
    <T> T once(String what, String key, Command<T> command, Supplier<Optional<T>> look) {
        for (var number = 1; number <= KEYS_MAX; number++) {
            var used = number == 1 ? key : key + "-" + number;
            var options = RequestOptions.builder().setIdempotencyKey(used).build();
            try {
                return once(what, () -> command.give(options));
            } catch (Broken e) {
                if (!e.kept) {
                    log.info("{} under {}: the provider broke", what, used);
                    return look.get()
                            .orElseThrow(
                                    () -> new ProviderFault(what + ": the provider broke", null));
                }
            }
        }
        throw new ProviderFault(what + ": broken under " + KEYS_MAX + " keys", null);
    }

    private <T> T once(String what, Question<T> question) {
        try {
            return guard.call(question::ask);
        } catch (StripeTransport.Broken e) {
            throw new Broken(e.isKept());
        } catch (ApiConnectionException e) {
            throw new ProviderFault(what + ": no answer", e.getCause());
        } catch (StripeException e) {
            throw switch (e.getStatusCode()) {
                case 400, 402, 404 -> new Refused(what, e);
                case null, default -> new ProviderFault(what + ": not done, " + describe(e), null);
            };
        }
    }

    private static String describe(StripeException answer) {
        return "%s %s (%s)"
                .formatted(answer.getStatusCode(), answer.getCode(), answer.getRequestId());
    }
}
