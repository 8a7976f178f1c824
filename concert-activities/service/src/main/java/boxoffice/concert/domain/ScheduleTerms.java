package boxoffice.concert.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The terms of a date that its promoter may change on the way.
 *
 * @param saleOpensAt the first instant of the general sale
 * @param saleClosesAt the first instant after it
 * @param holdSeconds how long a buyer has to pay
 * @param feePolicyId with its version, what is kept of a ticket that is given back
 * @param buyerSeatsMax seats that one buyer may have of this date; null is no limit
 * @param waitingRoom whether seats are held with a pass of the waiting room only
 * @param orphanRule whether best seats leave no single seat between taken ones where they can
 */
public record ScheduleTerms(
        Instant startsAt,
        Instant saleOpensAt,
        Instant saleClosesAt,
        int holdSeconds,
        String feePolicyId,
        int feePolicyVersion,
        @Nullable Integer buyerSeatsMax,
        boolean waitingRoom,
        boolean orphanRule) {

    public static final int HOLD_SECONDS_DEFAULT = 300;
    public static final int HOLD_SECONDS_MIN = 10;
    public static final int HOLD_SECONDS_MAX = 3_600;
    public static final int BUYER_SEATS_MAX = 1_000;

    /** Tells what is wrong with the order of the times, by themselves and by the clock. */
    public void check(Flaws flaws, Instant now) {
        if (!startsAt.isAfter(now)) {
            flaws.add("startsAt", "time-past", "startsAt has passed. Give a time to come.");
        }
        if (!saleClosesAt.isAfter(now)) {
            flaws.add("saleClosesAt", "time-past", "saleClosesAt has passed. Give a time to come.");
        }
        if (!saleOpensAt.isBefore(saleClosesAt)) {
            flaws.add(
                    "saleClosesAt",
                    "sale-closes-before-it-opens",
                    "saleClosesAt comes after saleOpensAt.");
        }
        if (saleClosesAt.isAfter(startsAt)) {
            flaws.add(
                    "saleClosesAt",
                    "sale-closes-after-the-start",
                    "saleClosesAt is startsAt at the latest.");
        }
    }
}
