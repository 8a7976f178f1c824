package boxoffice.concert.domain;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Policy: one buyer has only so many seats at once, held and bought counted together, of a concert
 * on all its dates, and of one date. What was given to the buyer does not count.
 *
 * @param ofConcert null where there is no limit
 * @param ofSchedule null where there is no limit
 */
public record MaxSeatsPerBuyer(@Nullable Integer ofConcert, @Nullable Integer ofSchedule) {

    /** No limit at all. */
    public static final MaxSeatsPerBuyer NONE = new MaxSeatsPerBuyer(null, null);

    /**
     * Seats that a buyer has without those asked for.
     *
     * @param ofSchedule those of them that are of this date
     */
    public record Has(int ofConcert, int ofSchedule) {}

    public boolean isLimited() {
        return ofConcert != null || ofSchedule != null;
    }

    /** Why so many more cannot be had, if they cannot: by the limit that leaves the fewest. */
    public Optional<Refusal> refusal(int asked, Has has) {
        return Stream.of(left(ofConcert, has.ofConcert()), left(ofSchedule, has.ofSchedule()))
                .flatMap(Optional::stream)
                .min(Comparator.comparingInt(PolicyLimit::remaining))
                .filter(tightest -> tightest.remaining() < asked)
                .map(tightest -> Refusal.of(Refusal.Reason.BUYER_LIMIT_REACHED, tightest));
    }

    private static Optional<PolicyLimit> left(@Nullable Integer limit, int has) {
        return limit == null
                ? Optional.empty()
                : Optional.of(PolicyLimit.of(MaxSeatsPerBuyer.class, limit, limit - has));
    }
}
