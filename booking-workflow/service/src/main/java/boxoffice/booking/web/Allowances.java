package boxoffice.booking.web;

import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** So many requests a period from each of many, on this instance. */
final class Allowances<K> {

    private static final int KNOWN_MAX = 10_000;

    private final RateLimiterConfig config;

    /** Those seen last; one that was forgotten starts anew with a full allowance. */
    private final Map<K, RateLimiter> limiters =
            new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<K, RateLimiter> eldest) {
                    return size() > KNOWN_MAX;
                }
            };

    Allowances(int requests, Duration period) {
        config =
                RateLimiterConfig.custom()
                        .limitForPeriod(requests)
                        .limitRefreshPeriod(period)
                        .timeoutDuration(Duration.ZERO)
                        .build();
    }

    /** Whether one more is let through now. */
    boolean admits(K one) {
        synchronized (limiters) {
            return limiters.computeIfAbsent(one, unknown -> RateLimiter.of("one", config))
                    .acquirePermission();
        }
    }
}
