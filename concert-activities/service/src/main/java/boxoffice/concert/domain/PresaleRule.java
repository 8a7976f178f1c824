package boxoffice.concert.domain;

import java.time.Instant;
import java.util.Set;

/**
 * A time before the general sale in which only who has a code may hold seats.
 *
 * @param closesAt the first instant after it
 * @param quota seats in all, held and sold
 * @param codeSeatsMax seats of one code
 * @param codeHashes what is kept of the codes
 */
public record PresaleRule(
        String presaleId,
        String name,
        Instant opensAt,
        Instant closesAt,
        int quota,
        int codeSeatsMax,
        Set<String> codeHashes) {

    public static final int NAME_LENGTH_MAX = 100;
    public static final int CODES_MAX = 20_000;
    public static final int CODE_SEATS_MAX = 20;
    public static final int PRESALES_MAX = 10;

    public PresaleRule {
        codeHashes = Set.copyOf(codeHashes);
    }

    boolean overlaps(PresaleRule other) {
        return opensAt.isBefore(other.closesAt) && other.opensAt.isBefore(closesAt);
    }
}
