package boxoffice.temporal;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param target host:port of the Temporal frontend
 * @param rpcTimeout how long one call may take before it counts as failed
 * @param stopGrace how long a stopping worker waits for what is in flight; longer than an activity
 *     may run
 * @param polling whether this process takes work; without it an instance only serves REST
 * @param gzip whether calls are compressed: worth it across a network, not on loopback
 */
@ConfigurationProperties("boxoffice.temporal")
public record TemporalProperties(
        @DefaultValue("127.0.0.1:7233") String target,
        @DefaultValue("default") String namespace,
        @DefaultValue("10s") Duration rpcTimeout,
        @DefaultValue("15s") Duration stopGrace,
        @DefaultValue("true") boolean polling,
        @DefaultValue("false") boolean gzip) {}
