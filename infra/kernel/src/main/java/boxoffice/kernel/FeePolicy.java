package boxoffice.kernel;

import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a ticket's price when its buyer gives it back: data, fixed with the sale, so that
 * a booking keeps the policy it was bought under. Days are calendar days in the venue's zone. The
 * first tier that fits decides; where none fits, the ticket cannot be given back any more.
 *
 * @param policyId names the policy; with the version, one that never changes
 * @param version counts from 1
 * @param zone where the concert takes place, and so whose midnights count
 * @param tiers in the order in which they are asked
 */
public record FeePolicy(String policyId, int version, ZoneId zone, List<Tier> tiers) {

    /** Characters at most of a policy's id; the databases' columns are as wide. */
    public static final int POLICY_ID_LENGTH_MAX = 40;

    private static final int TIERS_MAX = 20;

    /**
     * @throws IllegalArgumentException when the id is blank or too long, the version below 1, or
     *     there are no tiers, too many, or the same twice
     */
    public FeePolicy {
        Texts.require("A fee policy's id", policyId, POLICY_ID_LENGTH_MAX);
        tiers = List.copyOf(tiers);
        if (version < 1) {
            throw new IllegalArgumentException("a fee policy's versions count from 1");
        }
        if (tiers.isEmpty() || tiers.size() > TIERS_MAX) {
            throw new IllegalArgumentException("a fee policy has 1 to " + TIERS_MAX + " tiers");
        }
        if (new HashSet<>(tiers).size() < tiers.size()) {
            throw new IllegalArgumentException("the same tier stands twice in the policy");
        }
    }

    /**
     * One tier.
     *
     * @param daysBeforeMin days from today to the concert's day at least; 0 is the day itself
     * @param daysAfterBookingMax days since the day of booking at most, 0 being that day itself;
     *     null where it does not matter
     * @param feePercent of the ticket's price, 0 to 100
     * @param feeMax the fee at most, in minor units of the ticket's currency; null without a cap
     */
    public record Tier(
            int daysBeforeMin,
            @Nullable Integer daysAfterBookingMax,
            int feePercent,
            @Nullable Long feeMax) {

        /**
         * @throws IllegalArgumentException when a number of days or the cap is below zero, or the
         *     percentage is none
         */
        public Tier {
            if (daysBeforeMin < 0 || (daysAfterBookingMax != null && daysAfterBookingMax < 0)) {
                throw new IllegalArgumentException("a tier's days are 0 or more");
            }
            if (feePercent < 0 || feePercent > 100) {
                throw new IllegalArgumentException("a tier's percentage is 0 to 100");
            }
            if (feeMax != null && feeMax < 0) {
                throw new IllegalArgumentException("a tier's cap is 0 or more");
            }
        }

        /** Whether a ticket bought and given back so far from both days falls under this tier. */
        public boolean fits(long daysBefore, long daysAfterBooking) {
            return daysBefore >= daysBeforeMin
                    && (daysAfterBookingMax == null || daysAfterBooking <= daysAfterBookingMax);
        }
    }
}
