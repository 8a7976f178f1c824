package boxoffice.booking.web;

import boxoffice.web.ApiProblem;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.grpc.Context;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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
                return Optional.of(within(wait, call));
            } catch (WaitIsOver e) {
                return Optional.empty();
            }
        });
    }

    /**
     * Asks what no saga need move for: no answer in time is Temporal's fault.
     *
     * @throws ApiProblem 503 temporarily-unavailable, when Temporal does not answer
     */
    <T> T ask(Duration limit, Supplier<T> question) {
        return guarded(() -> within(limit, question));
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

    /**
     * On a thread of its own: the SDK's retries overrun a deadline by a second and more, so the
     * call is left behind, and cancelled.
     */
    private static <T> T within(Duration limit, Supplier<T> call) {
        var context = Context.current().withCancellation();
        var answer = new FutureTask<T>(() -> context.call(call::get));
        Thread.ofVirtual().name("temporal-call").start(answer);
        try {
            return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new WaitIsOver();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WaitIsOver();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } finally {
            context.cancel(null);
            answer.cancel(true);
        }
    }

    /** No answer came in time. */
    private static final class WaitIsOver extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private WaitIsOver() {
            super("no answer in time", null, false, false);
        }
    }

    private static boolean isTemporalsFault(Throwable failure) {
        if (failure instanceof WaitIsOver) {
            return true;
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StatusRuntimeException answered) {
                return switch (answered.getStatus().getCode()) {
                    case UNAVAILABLE, DEADLINE_EXCEEDED, RESOURCE_EXHAUSTED, CANCELLED -> true;
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
