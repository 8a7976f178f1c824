package boxoffice.gateway;

import java.time.Duration;
import java.util.Optional;

/**
 * Counts who comes how often. The one here counts for this process; several gateways beside each
 * other let through so many times as much, unless one is put here that counts for all of them.
 */
interface Turnstile {

    /**
     * Lets one request of this caller through, and counts it.
     *
     * @return empty where it is let through; else how long the caller has to wait, and it is not
     *     counted
     */
    Optional<Duration> enter(String caller);
}
