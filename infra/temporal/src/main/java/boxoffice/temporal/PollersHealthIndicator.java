package boxoffice.temporal;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/**
 * Whether this process polls and Temporal answers. Shown in a health group of its own, beside
 * readiness: losing Temporal must take no read away.
 */
final class PollersHealthIndicator extends AbstractHealthIndicator {

    private final TemporalWorkers workers;

    PollersHealthIndicator(TemporalWorkers workers) {
        super("Temporal does not answer");
        this.workers = workers;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        if (!workers.isPolling()) {
            builder.down().withDetail("polling", false);
            return;
        }
        workers.checkReachable();
        builder.up().withDetail("polling", true);
    }
}
