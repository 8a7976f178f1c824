package boxoffice.gateway;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.Optional;

/**
 * A token bucket for each caller, in this process. Callers who did not come for so long that their
 * bucket is full again are forgotten, and beyond the limit those who come least.
 */
final class MemoryTurnstile implements Turnstile {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final GatewayProperties.Rate rate;
    private final Cache<String, Bucket> buckets;

    MemoryTurnstile(GatewayProperties.Rate rate, int callersMax) {
        this.rate = rate;
        var full = SECOND.plusSeconds(rate.burst() / rate.perSecond());
        this.buckets =
                Caffeine.newBuilder().maximumSize(callersMax).expireAfterAccess(full).build();
    }

    @Override
    public Optional<Duration> enter(String caller) {
        var probe = buckets.get(caller, _ -> fresh()).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed()
                ? Optional.empty()
                : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    private Bucket fresh() {
        return Bucket.builder()
                .addLimit(limit ->
                        limit.capacity(rate.burst()).refillGreedy(rate.perSecond(), SECOND))
                .build();
    }
}
