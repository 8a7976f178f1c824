package boxoffice.payment.provider;

import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.StripeException;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.core.functions.CheckedSupplier;
import io.github.resilience4j.micrometer.tagged.TaggedBulkheadMetrics;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.github.resilience4j.micrometer.tagged.TaggedRateLimiterMetrics;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilience4j.ratelimiter.RateLimiterRegistry;
import io.github.resilience4j.ratelimiter.RequestNotPermitted;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;

/**
 * Stands before every call to the provider: fewer a second than it allows, so many at once, and
 * none for a while after it failed repeatedly. A decline is an answer and no failure. It never
 * tries twice: Temporal does.
 */
final class ProviderGuard {

    private static final String NAME = "card-provider";

    private static final Duration OPEN_FOR = Duration.ofSeconds(5);
    private static final Duration TURN_WAIT_MAX = Duration.ofSeconds(1);

    private final RateLimiterRegistry rates;
    private final BulkheadRegistry bulkheads;
    private final CircuitBreakerRegistry breakers;

    ProviderGuard(int callsPerSecond, int callsAtOnce) {
        rates =
                RateLimiterRegistry.of(
                        RateLimiterConfig.custom()
                                .limitForPeriod(callsPerSecond)
                                .limitRefreshPeriod(Duration.ofSeconds(1))
                                .timeoutDuration(TURN_WAIT_MAX)
                                .build());
        bulkheads =
                BulkheadRegistry.of(
                        BulkheadConfig.custom()
                                .maxConcurrentCalls(callsAtOnce)
                                .maxWaitDuration(Duration.ZERO)
                                .build());
        breakers =
                CircuitBreakerRegistry.of(
                        CircuitBreakerConfig.custom()
                                .slidingWindowSize(20)
                                .minimumNumberOfCalls(10)
                                .failureRateThreshold(50)
                                .waitDurationInOpenState(OPEN_FOR)
                                .permittedNumberOfCallsInHalfOpenState(3)
                                .recordException(ProviderGuard::isProvidersFault)
                                .build());
    }

    /**
     * @throws StripeException what Stripe said that is no success
     * @throws ProviderFault where it was not asked at all
     */
    <T> T call(CheckedSupplier<T> question) throws StripeException {
        var guarded =
                RateLimiter.decorateCheckedSupplier(
                        rates.rateLimiter(NAME),
                        Bulkhead.decorateCheckedSupplier(
                                bulkheads.bulkhead(NAME),
                                CircuitBreaker.decorateCheckedSupplier(breaker(), question)));
        try {
            return guarded.get();
        } catch (CallNotPermittedException e) {
            throw new ProviderFault("the card provider failed lately and is left alone", null);
        } catch (BulkheadFullException e) {
            throw new ProviderFault("too many calls to the card provider are under way", null);
        } catch (RequestNotPermitted e) {
            throw new ProviderFault("too many calls to the card provider in this second", null);
        } catch (StripeException | RuntimeException e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("no call to the card provider throws this", e);
        }
    }

    /** What was broken before and is told again says nothing of now. */
    private static boolean isProvidersFault(Throwable failure) {
        return failure instanceof ApiConnectionException
                || (failure instanceof StripeTransport.Broken broken && !broken.isKept());
    }

    CircuitBreaker breaker() {
        return breakers.circuitBreaker(NAME);
    }

    /** As {@code resilience4j_circuitbreaker_state} and so on, by the name of the provider. */
    void measureIn(MeterRegistry meters) {
        TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(breakers).bindTo(meters);
        TaggedBulkheadMetrics.ofBulkheadRegistry(bulkheads).bindTo(meters);
        TaggedRateLimiterMetrics.ofRateLimiterRegistry(rates).bindTo(meters);
    }
}
