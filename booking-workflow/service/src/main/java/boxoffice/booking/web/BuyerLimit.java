package boxoffice.booking.web;

import boxoffice.kernel.BuyerId;
import boxoffice.web.ApiProblem;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** So many requests a second from one buyer, on this instance; whoever clicks faster waits. */
@Component
class BuyerLimit {

    private static final int BUYERS_MAX = 10_000;
    private static final Duration PERIOD = Duration.ofSeconds(1);

    private final RateLimiterConfig config;

    /** Those seen last; one that was forgotten starts anew with a full allowance. */
    private final Map<BuyerId, RateLimiter> limiters =
            new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<BuyerId, RateLimiter> eldest) {
                    return size() > BUYERS_MAX;
                }
            };

    BuyerLimit(EdgeProperties properties) {
        config =
                RateLimiterConfig.custom()
                        .limitForPeriod(properties.requestsPerSecond())
                        .limitRefreshPeriod(PERIOD)
                        .timeoutDuration(Duration.ZERO)
                        .build();
    }

    /**
     * @throws ApiProblem 429 too-many-requests
     */
    void admit(BuyerId buyer) {
        if (!limiterOf(buyer).acquirePermission()) {
            throw new ApiProblem(
                            HttpStatus.TOO_MANY_REQUESTS,
                            "too-many-requests",
                            "That is faster than anybody clicks. Wait a second.")
                    .retryAfter(PERIOD);
        }
    }

    private RateLimiter limiterOf(BuyerId buyer) {
        synchronized (limiters) {
            return limiters.computeIfAbsent(buyer, unknown -> RateLimiter.of("buyer", config));
        }
    }
}
