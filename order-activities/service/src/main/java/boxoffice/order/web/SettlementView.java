package boxoffice.order.web;

import boxoffice.kernel.ConcertId;
import boxoffice.kernel.Money;
import boxoffice.kernel.PromoterId;
import boxoffice.kernel.ScheduleId;
import boxoffice.order.domain.Settlement;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.TreeMap;

/**
 * One day's settlement.
 *
 * @param complete whether the day is over, so that nothing of it changes any more
 */
record SettlementView(LocalDate date, ZoneId zone, boolean complete, List<PromoterView> promoters) {

    record PromoterView(PromoterId promoterId, List<TotalView> totals, List<LineView> schedules) {
        private static PromoterView of(Settlement settlement) {
            return new PromoterView(
                    settlement.promoterId(),
                    TotalView.of(settlement.lines()),
                    settlement.lines().stream().map(LineView::of).toList());
        }
    }

    /** The sum over a promoter's schedules, one for each currency. */
    record TotalView(Money gross, Money refunds, Money fees, Money net) {

        private static List<TotalView> of(List<Settlement.Line> lines) {
            var totals = new TreeMap<String, TotalView>();
            lines.forEach(line -> totals.merge(line.currency(), of(line), TotalView::plus));
            return List.copyOf(totals.values());
        }

        private static TotalView of(Settlement.Line line) {
            return new TotalView(
                    new Money(line.gross(), line.currency()),
                    new Money(line.refunds(), line.currency()),
                    new Money(line.fees(), line.currency()),
                    new Money(line.net(), line.currency()));
        }

        private TotalView plus(TotalView other) {
            return new TotalView(
                    gross.plus(other.gross),
                    refunds.plus(other.refunds),
                    fees.plus(other.fees),
                    net.plus(other.net));
        }
    }

    record LineView(
            ConcertId concertId,
            ScheduleId scheduleId,
            int bookings,
            int tickets,
            int ticketsCanceled,
            TotalView money) {
        private static LineView of(Settlement.Line line) {
            return new LineView(
                    line.concertId(),
                    line.scheduleId(),
                    line.bookings(),
                    line.tickets(),
                    line.ticketsCanceled(),
                    TotalView.of(line));
        }
    }

    static SettlementView of(
            LocalDate date, ZoneId zone, boolean complete, List<Settlement> settlements) {
        return new SettlementView(
                date, zone, complete, settlements.stream().map(PromoterView::of).toList());
    }

    /** A line of the CSV; amounts in minor units. */
    @JsonPropertyOrder({
        "date",
        "promoterId",
        "concertId",
        "scheduleId",
        "currency",
        "bookings",
        "tickets",
        "ticketsCanceled",
        "gross",
        "refunds",
        "fees",
        "net"
    })
    record CsvLine(
            String date,
            String promoterId,
            String concertId,
            String scheduleId,
            String currency,
            int bookings,
            int tickets,
            int ticketsCanceled,
            long gross,
            long refunds,
            long fees,
            long net) {

        static List<CsvLine> of(LocalDate date, List<Settlement> settlements) {
            return settlements.stream()
                    .flatMap(settlement ->
                            settlement.lines().stream()
                                    .map(line -> of(date, settlement.promoterId(), line)))
                    .toList();
        }

        private static CsvLine of(LocalDate date, PromoterId promoter, Settlement.Line line) {
            return new CsvLine(
                    date.toString(),
                    promoter.value(),
                    line.concertId().value(),
                    line.scheduleId().value(),
                    line.currency(),
                    line.bookings(),
                    line.tickets(),
                    line.ticketsCanceled(),
                    line.gross(),
                    line.refunds(),
                    line.fees(),
                    line.net());
        }
    }
}
