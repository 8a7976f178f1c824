package boxoffice.bench;

import java.time.Duration;
import java.util.List;

/** Some durations, as a distribution. */
final class Figures {

    private final long[] nanosSorted;

    /**
     * @throws IllegalArgumentException where there are none
     */
    Figures(List<Duration> durations) {
        if (durations.isEmpty()) {
            throw new IllegalArgumentException("nothing was measured");
        }
        nanosSorted = durations.stream().mapToLong(Duration::toNanos).sorted().toArray();
    }

    /** The smallest of them that so many percent do not exceed, in milliseconds. */
    double percentileMs(int percent) {
        var rank = (int) Math.ceil(percent / 100.0 * nanosSorted.length);
        return nanosSorted[Math.max(rank, 1) - 1] / 1_000_000.0;
    }

    double p50Ms() {
        return percentileMs(50);
    }

    double p95Ms() {
        return percentileMs(95);
    }
}
