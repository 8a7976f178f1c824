package boxoffice.concert.web;

import boxoffice.concert.domain.ScheduleSetup;
import boxoffice.concert.domain.ScheduleState;
import boxoffice.kernel.ConcertId;
import boxoffice.kernel.Money;
import boxoffice.kernel.ScheduleId;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A date as its promoter sees it, counted when it was read.
 *
 * @param timeZone the venue's
 * @param startsAtLocal on the venue's clock
 * @param mapVersion null where the date is older than the venue's maps
 */
record ScheduleSetupView(
        ScheduleId scheduleId,
        ConcertId concertId,
        String venueId,
        @Nullable Integer mapVersion,
        ScheduleState state,
        @Nullable Instant canceledAt,
        String timeZone,
        Instant startsAt,
        LocalDateTime startsAtLocal,
        Instant saleOpensAt,
        Instant saleClosesAt,
        int holdSeconds,
        FeePolicyName feePolicy,
        @Nullable Integer buyerSeatsMax,
        boolean waitingRoom,
        boolean orphanRule,
        List<GradeSetupView> grades,
        List<PresaleSetupView> presales) {

    record GradeSetupView(
            String grade, Money price, int seats, int free, int held, int sold, int blocked) {}

    /**
     * @param codes how many; what they are nobody is shown again
     */
    record PresaleSetupView(
            String presaleId,
            String name,
            Instant opensAt,
            Instant closesAt,
            int quota,
            int codeSeatsMax,
            int seatsTaken,
            int codes) {}

    static ScheduleSetupView of(ScheduleSetup schedule) {
        var rules = schedule.rules();
        return new ScheduleSetupView(
                schedule.scheduleId(),
                schedule.concertId(),
                schedule.venueId(),
                schedule.mapVersion(),
                schedule.state(),
                schedule.canceledAt(),
                schedule.zone().getId(),
                rules.startsAt(),
                LocalDateTime.ofInstant(rules.startsAt(), schedule.zone()),
                rules.saleOpensAt(),
                rules.saleClosesAt(),
                rules.holdSeconds(),
                new FeePolicyName(rules.feePolicyId(), rules.feePolicyVersion()),
                rules.buyerSeatsMax(),
                rules.waitingRoom(),
                rules.orphanRule(),
                schedule.grades().stream().map(ScheduleSetupView::grade).toList(),
                schedule.presales().stream().map(ScheduleSetupView::presale).toList());
    }

    private static GradeSetupView grade(ScheduleSetup.GradeCount grade) {
        return new GradeSetupView(
                grade.grade(),
                grade.price(),
                grade.seats(),
                grade.free(),
                grade.held(),
                grade.sold(),
                grade.blocked());
    }

    private static PresaleSetupView presale(ScheduleSetup.PresaleCount presale) {
        return new PresaleSetupView(
                presale.presaleId(),
                presale.name(),
                presale.opensAt(),
                presale.closesAt(),
                presale.quota(),
                presale.codeSeatsMax(),
                presale.seatsTaken(),
                presale.codes());
    }
}
