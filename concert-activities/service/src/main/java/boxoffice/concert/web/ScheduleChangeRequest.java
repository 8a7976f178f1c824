package boxoffice.concert.web;

import boxoffice.concert.domain.Flaws;
import boxoffice.concert.domain.ScheduleTerms;
import boxoffice.concert.domain.VenueTimes;
import org.jspecify.annotations.Nullable;

/** What a promoter changes of a date; what is left out stays. */
record ScheduleChangeRequest(
        @Nullable String startsAt,
        @Nullable String saleOpensAt,
        @Nullable String saleClosesAt,
        @Nullable Integer holdSeconds,
        @Nullable FeePolicyName feePolicy,
        @Nullable Integer buyerSeatsMax,
        @Nullable Boolean waitingRoom,
        @Nullable Boolean orphanRule) {

    ScheduleTerms on(ScheduleTerms before, VenueTimes times, Flaws flaws) {
        var policy = new FeePolicyName(before.feePolicyId(), before.feePolicyVersion());
        return new ScheduleTerms(
                startsAt == null ? before.startsAt() : times.read("startsAt", startsAt),
                saleOpensAt == null ? before.saleOpensAt() : times.read("saleOpensAt", saleOpensAt),
                saleClosesAt == null
                        ? before.saleClosesAt()
                        : times.read("saleClosesAt", saleClosesAt),
                flaws.number(
                        "holdSeconds",
                        holdSeconds,
                        before.holdSeconds(),
                        Math.min(before.holdSeconds(), ScheduleTerms.HOLD_SECONDS_MIN),
                        ScheduleTerms.HOLD_SECONDS_MAX),
                FeePolicyName.idOf(feePolicy, policy),
                FeePolicyName.versionOf(feePolicy, policy),
                buyerSeatsMax == null
                        ? before.buyerSeatsMax()
                        : flaws.optionalNumber(
                                "buyerSeatsMax", buyerSeatsMax, 1, ScheduleTerms.BUYER_SEATS_MAX),
                waitingRoom == null ? before.waitingRoom() : waitingRoom,
                orphanRule == null ? before.orphanRule() : orphanRule);
    }
}
