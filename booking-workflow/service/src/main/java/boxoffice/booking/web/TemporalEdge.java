package boxoffice.booking.web;

import boxoffice.temporal.TimedCall;
import boxoffice.web.ApiProblem;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Keeps the edge quick when Temporal is slow or gone: every call has a deadline, only so many are
 * under way, and after some failures the next ones are turned away at once until Temporal answers
 * again. It never retries: the client does, with the same key.
 */
@Component
class TemporalEdge {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final CircuitBreaker breaker =
            CircuitBreaker.of(
                    "temporal",
                    CircuitBreakerConfig.custom()
                            .slidingWindowSize(10)
                            .minimumNumberOfCalls(5)
                            .failureRateThreshold(50)
                            .waitDurationInOpenState(RETRY_AFTER)
                            .permittedNumberOfCallsInHalfOpenState(2)
                            .recordException(TemporalEdge::isTemporalsFault)
                            .build());
    private final Bulkhead bulkhead;

    TemporalEdge(EdgeProperties properties) {
        bulkhead =
                Bulkhead.of(
                        "temporal",
                        BulkheadConfig.custom()
                                .maxConcurrentCalls(properties.callsMax())
                                .maxWaitDuration(Duration.ZERO)
                                .build());
    }

    /**
     * Waits for what a saga has to say: empty where it says nothing in time, which may be the
     * saga's own pace or Temporal's.
     *
     * @throws ApiProblem 503 temporarily-unavailable, when Temporal is not to be reached
     */
    <T> Optional<T> await(Duration wait, Supplier<T> call) {
        return guarded(() -> {
            try {
                return Optional.of(TimedCall.within(wait, call));
            } catch (TimedCall.TimedOut e) {
                return Optional.empty();
            }
        });
    }

    /**
     * Begins something in Temporal and waits for what it comes to: empty where it has begun and
     * says nothing more in time.
     *
     * @throws ApiProblem 503 temporarily-unavailable, also when it is not known to have begun
     */
    <B, T> Optional<T> beginAndAwait(Duration wait, Supplier<B> begin, Function<B, T> result) {
        var isBegun = new AtomicBoolean();
        var answer =
                await(
                        wait,
                        () -> {
                            var begun = begin.get();
                            isBegun.set(true);
                            return result.apply(begun);
                        });
        if (answer.isEmpty() && !isBegun.get()) {
            throw unavailable();
        }
        return answer;
    }

    /**
     * Asks what no saga need move for: no answer in time is Temporal's fault.
     *
     * @throws ApiProblem 503 temporarily-unavailable, when Temporal does not answer
     */
    <T> T ask(Duration limit, Supplier<T> question) {
        return guarded(() -> TimedCall.within(limit, question));
    }

    private <T> T guarded(Supplier<T> call) {
        try {
            return breaker.executeSupplier(() -> bulkhead.executeSupplier(call));
        } catch (CallNotPermittedException | BulkheadFullException e) {
            throw unavailable();
        } catch (RuntimeException e) {
            if (isTemporalsFault(e)) {
                throw unavailable();
            }
            throw e;
        }
    }

    private static boolean isTemporalsFault(Throwable failure) {
        if (failure instanceof TimedCall.TimedOut) {
            return true;
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StatusRuntimeException answered) {
                return switch (answered.getStatus().getCode()) {
                    // The last one is a saga whose worker could not go on, and will be asked again.
                    case UNAVAILABLE,
                            DEADLINE_EXCEEDED,
                            RESOURCE_EXHAUSTED,
                            CANCELLED,
                            FAILED_PRECONDITION ->
                            true;
                    default -> false;
                };
            }
        }
        return false;
    }

    static ApiProblem unavailable() {
        return new ApiProblem(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "temporarily-unavailable",
                        "Bookings are not to be reached for the moment. Send the same request"
                                + " again, with the same Idempotency-Key: nothing is done twice.")
                .retryAfter(RETRY_AFTER);
    }
}
