package boxoffice.payment.provider;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/**
 * Whether the provider is asked or left alone. Beside readiness, never in it: without the provider
 * wallets can still be read, and payments in points be made.
 */
final class CardProviderHealth extends AbstractHealthIndicator {

    private final CircuitBreaker breaker;

    CardProviderHealth(CircuitBreaker breaker) {
        super("The card provider's circuit breaker cannot be read");
        this.breaker = breaker;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        var state = breaker.getState();
        var isAsked =
                switch (state) {
                    case CLOSED, HALF_OPEN, DISABLED, METRICS_ONLY -> true;
                    case OPEN, FORCED_OPEN -> false;
                };
        (isAsked ? builder.up() : builder.down()).withDetail("breaker", state.name());
    }
}
