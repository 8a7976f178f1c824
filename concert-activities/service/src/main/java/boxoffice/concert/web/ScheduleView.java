package boxoffice.concert.web;

import boxoffice.concert.domain.PriceGrade;
import boxoffice.concert.domain.SalePlan;
import boxoffice.concert.domain.SaleStatus;
import boxoffice.concert.domain.Schedule;
import boxoffice.concert.domain.SeatCounts;
import boxoffice.kernel.ConcertId;
import boxoffice.kernel.Money;
import boxoffice.kernel.ScheduleId;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One date.
 *
 * @param localStartsAt the same moment by the clock of the venue
 * @param sale what a buyer can do now; by the free seats as they were counted
 * @param saleClosesAt the first instant at which no seat can be held any more
 * @param presales the windows in which seats can be held with a code
 * @param holdSeconds how long a buyer has to pay
 * @param waitingRoom whether seats are held with a pass of the waiting room only
 * @param buyerSeatsMax seats that one buyer may have of this date; left out without a limit
 * @param canceledAt when the promoter canceled it; left out while it stands
 * @param freeSeatsAsOf when they were counted: at most a second ago
 * @param grades the dearest first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ScheduleView(
        ScheduleId scheduleId,
        ConcertId concertId,
        String concertTitle,
        VenueView venue,
        Instant startsAt,
        OffsetDateTime localStartsAt,
        SaleStatus sale,
        Instant saleOpensAt,
        Instant saleClosesAt,
        List<PresaleView> presales,
        long holdSeconds,
        boolean waitingRoom,
        @Nullable Integer buyerSeatsMax,
        @Nullable Instant canceledAt,
        int seats,
        int freeSeats,
        Instant freeSeatsAsOf,
        List<GradeView> grades) {

    /**
     * @param codeSeatsMax seats of one code
     */
    record PresaleView(
            String presaleId, String name, Instant opensAt, Instant closesAt, int codeSeatsMax) {

        private static PresaleView of(SalePlan.Presale presale) {
            return new PresaleView(
                    presale.presaleId(),
                    presale.name(),
                    presale.opensAt(),
                    presale.closesAt(),
                    presale.codeSeatsMax());
        }
    }

    record GradeView(String grade, Money price, int seats, int freeSeats) {

        static GradeView of(PriceGrade grade) {
            return new GradeView(grade.grade(), grade.price(), grade.seats(), grade.freeSeats());
        }
    }

    static ScheduleView of(Schedule schedule, SeatCounts counts, Instant now) {
        var sale = schedule.sale();
        return new ScheduleView(
                schedule.scheduleId(),
                schedule.concertId(),
                schedule.concertTitle(),
                VenueView.of(schedule.venue()),
                schedule.startsAt(),
                schedule.startsAt().atZone(schedule.venue().zone()).toOffsetDateTime(),
                sale.statusAt(now, counts.freeSeats() > 0),
                sale.opensAt(),
                sale.closesAt(),
                sale.presales().stream().map(PresaleView::of).toList(),
                sale.holdDuration().toSeconds(),
                schedule.waitingRoom(),
                schedule.buyerSeatsMax(),
                sale.canceledAt(),
                counts.seats(),
                counts.freeSeats(),
                counts.asOf(),
                counts.grades().stream().map(GradeView::of).toList());
    }
}
