package boxoffice.gateway;

import boxoffice.web.ApiProblem;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * One circuit breaker per service: what does not answer is not waited for by everybody, and the
 * others never notice. Only silence counts; whatever a service answers is an answer, 5xx too.
 */
@Component
class Breakers {

    private static final Logger log = LoggerFactory.getLogger(Breakers.class);

    /** After which a client may ask again, and an open breaker lets some try. */
    private static final Duration OPEN = Duration.ofSeconds(1);

    private static final CircuitBreakerConfig CONFIG =
            CircuitBreakerConfig.custom()
                    .slidingWindowSize(20)
                    .minimumNumberOfCalls(5)
                    .failureRateThreshold(50)
                    .waitDurationInOpenState(OPEN)
                    .permittedNumberOfCallsInHalfOpenState(3)
                    .build();

    private final Map<Destination, CircuitBreaker> breakers = new EnumMap<>(Destination.class);

    Breakers() {
        for (var destination : Destination.values()) {
            var breaker = CircuitBreaker.of(destination.id(), CONFIG);
            breaker.getEventPublisher()
                    .onStateTransition(event ->
                            log.warn("{}: {}", destination.id(), event.getStateTransition()));
            breakers.put(destination, breaker);
        }
    }

    /**
     * The answer of the service, once.
     *
     * @param body what is sent with the call
     * @throws ApiProblem 503 or 504 where there is none, 4xx where it is the client's own doing
     */
    Answer guard(Destination destination, RequestBody body, Exchange.Call call) {
        var breaker = breakers.get(destination);
        if (breaker == null || !breaker.tryAcquirePermission()) {
            throw unavailable();
        }
        var begun = System.nanoTime();
        try {
            var answer = call.send();
            breaker.onSuccess(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
            return answer;
        } catch (IOException e) {
            var problem = body.problem();
            if (problem != null) {
                breaker.releasePermission();
                throw problem;
            }
            breaker.onError(System.nanoTime() - begun, TimeUnit.NANOSECONDS, e);
            log.warn("No answer of {}: {}", destination.id(), e.toString());
            throw isSilence(e) ? tooSlow() : unavailable();
        } catch (RuntimeException e) {
            breaker.releasePermission();
            throw e;
        }
    }

    /** It was reached and took the request. */
    private static boolean isSilence(IOException e) {
        return e instanceof SocketTimeoutException
                && !(e instanceof ConnectTimeoutException)
                && !(e instanceof ConnectionRequestTimeoutException);
    }

    private static ApiProblem unavailable() {
        return new ApiProblem(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "service-unavailable",
                        "This part of Boxoffice cannot be reached. Send the same request again in a"
                                + " moment, with the same Idempotency-Key where there is one.")
                .retryAfter(OPEN);
    }

    private static ApiProblem tooSlow() {
        return new ApiProblem(
                        HttpStatus.GATEWAY_TIMEOUT,
                        "service-timeout",
                        "This part of Boxoffice took too long, and whether it did what you asked is"
                                + " not known. Send the same request again, with the same"
                                + " Idempotency-Key where there is one.")
                .retryAfter(OPEN);
    }
}
