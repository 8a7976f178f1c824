package boxoffice.payment.provider;

import com.stripe.model.Charge;
import com.stripe.model.StripeCollection;
import com.stripe.param.ChargeListParams;
import com.stripe.service.ChargeService;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Stripe's books are its charges: one for each confirm that reached the card's bank. */
final class StripeBooks implements BooksAtProvider {

    private static final long PAGE_SIZE = 100;
    private static final Duration TURN_WAIT_MAX = Duration.ofSeconds(30);

    private final ChargeService charges;
    private final StripeCalls calls;
    private final RateLimiter pace;

    /**
     * @param callsPerSecondMax of the whole account; half of them stay with those who pay
     */
    StripeBooks(ChargeService charges, StripeCalls calls, int callsPerSecondMax) {
        this.charges = charges;
        this.calls = calls;
        pace =
                RateLimiter.of(
                        "audit",
                        RateLimiterConfig.custom()
                                .limitForPeriod(Math.max(1, callsPerSecondMax / 2))
                                .limitRefreshPeriod(Duration.ofSeconds(1))
                                .timeoutDuration(TURN_WAIT_MAX)
                                .build());
    }

    /** An intent is captured once at most; its other charges were declined. */
    @Override
    public List<Taken> takenFor(String ref) {
        return taken(list(ChargeListParams.builder().setPaymentIntent(ref)));
    }

    @Override
    public Listed taken(@Nullable String after) {
        var wanted = ChargeListParams.builder();
        if (after != null) {
            wanted.setStartingAfter(after);
        }
        var page = list(wanted);
        return new Listed(taken(page), page.getHasMore() ? page.getData().getLast().getId() : null);
    }

    private StripeCollection<Charge> list(ChargeListParams.Builder wanted) {
        try {
            RateLimiter.waitForPermission(pace);
            return calls.ask(
                    "list charges", () -> charges.list(wanted.setLimit(PAGE_SIZE).build()));
        } catch (StripeCalls.Refused e) {
            throw e.asFault();
        }
    }

    private static List<Taken> taken(StripeCollection<Charge> page) {
        return page.getData().stream()
                .filter(charge -> charge.getAmountCaptured() > 0)
                .filter(charge -> charge.getPaymentIntent() != null)
                .map(charge ->
                        new Taken(
                                charge.getId(),
                                charge.getPaymentIntent(),
                                charge.getMetadata().get(StripeGateway.PAYMENT),
                                charge.getAmountCaptured(),
                                charge.getAmountRefunded()))
                .toList();
    }
}
