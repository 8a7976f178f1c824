package boxoffice.concert.domain;

/**
 * The number that a refused hold ran into.
 *
 * @param policy the rule, by the name of its class
 * @param limit seats that the rule allows, or that were asked for where it is about those
 * @param remaining seats that the buyer may still have under it, zero or more
 */
public record PolicyLimit(String policy, int limit, int remaining) {

    static PolicyLimit of(Class<?> policy, int limit, int remaining) {
        return new PolicyLimit(policy.getSimpleName(), limit, Math.max(0, remaining));
    }
}
