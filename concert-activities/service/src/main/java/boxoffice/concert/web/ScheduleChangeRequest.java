package boxoffice.concert.web;

import boxoffice.concert.domain.Flaws;
import boxoffice.concert.domain.ScheduleTerms;
import boxoffice.concert.domain.VenueTimes;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a promoter changes of a date; what is left out stays. */
record ScheduleChangeRequest(
        @Schema(description = ScheduleRequest.TIME, example = "2026-12-24T19:30")
                @Nullable String startsAt,
        @Schema(description = ScheduleRequest.TIME, example = "2026-12-01T10:00")
                @Nullable String saleOpensAt,
        @Schema(description = ScheduleRequest.TIME, example = "2026-12-24T19:30")
                @Nullable String saleClosesAt,
        @Schema(minimum = "1", maximum = "" + ScheduleTerms.HOLD_SECONDS_MAX)
                @Nullable Integer holdSeconds,
        @Nullable FeePolicyName feePolicy,
        @Schema(minimum = "1", maximum = "" + ScheduleTerms.BUYER_SEATS_MAX)
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
