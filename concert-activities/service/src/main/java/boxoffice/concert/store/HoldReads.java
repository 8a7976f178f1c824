package boxoffice.concert.store;

import boxoffice.concert.domain.FoundSeat;
import boxoffice.concert.domain.PricedSeat;
import boxoffice.concert.domain.SaleFacts;
import boxoffice.concert.domain.SeatNos;
import boxoffice.concert.domain.SeatState;
import boxoffice.kernel.BookingId;
import boxoffice.kernel.BuyerId;
import boxoffice.kernel.ConcertId;
import boxoffice.kernel.Money;
import boxoffice.kernel.PromoterId;
import boxoffice.kernel.ScheduleId;
import boxoffice.persistence.Timestamps;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a hold's answer says; nothing read here decides a write. */
@Component
class HoldReads {

    private final JdbcClient jdbc;
    private final FeePolicies policies;

    HoldReads(JdbcClient jdbc, FeePolicies policies) {
        this.jdbc = jdbc;
        this.policies = policies;
    }

    private record FactsRow(
            String concertId,
            String title,
            String promoterId,
            String venueName,
            LocalDateTime startsAt,
            LocalDateTime heldUntil,
            String seatNo,
            long priceAmount,
            String priceCurrency,
            String timeZone,
            String policyId,
            int version,
            String tiers) {}

    /**
     * What this booking holds or has bought.
     *
     * @throws IllegalStateException when it owns no seat
     */
    SaleFacts facts(BookingId bookingId) {
        var rows =
                jdbc.sql(
                                """
                                select c.concert_id, c.title, c.promoter_id,
                                    v.name as venue_name, s.starts_at, h.held_until,
                                    t.seat_no, t.price_currency,
                                    case when h.complimentary then 0 else t.price_amount end
                                        as price_amount,
                                    v.time_zone, p.policy_id, p.version, p.tiers
                                from seats t
                                join seat_holds h on h.booking_id = t.booking_id
                                join schedules s on s.schedule_id = t.schedule_id
                                join concerts c on c.concert_id = s.concert_id
                                join venues v on v.venue_id = s.venue_id
                                join fee_policies p on p.policy_id = s.fee_policy_id
                                    and p.version = s.fee_policy_version
                                where t.booking_id = :bookingId
                                order by t.section, t.row_no, t.number_in_row
                                """)
                        .param("bookingId", bookingId.toString())
                        .query(DataClassRowMapper.newInstance(FactsRow.class))
                        .list();
        if (rows.isEmpty()) {
            throw new IllegalStateException("booking " + bookingId + " owns no seat");
        }
        var first = rows.getFirst();
        return new SaleFacts(
                new ConcertId(first.concertId()),
                first.title(),
                new PromoterId(first.promoterId()),
                first.venueName(),
                Timestamps.instant(first.startsAt()),
                rows.stream()
                        .map(row ->
                                new PricedSeat(
                                        row.seatNo(),
                                        new Money(row.priceAmount(), row.priceCurrency())))
                        .toList(),
                Timestamps.instant(first.heldUntil()),
                policies.read(first.policyId(), first.version(), first.timeZone(), first.tiers()));
    }

    private record FoundRow(
            String seatNo, SeatState state, @Nullable String bookingId, @Nullable String buyerId) {

        private FoundSeat seat() {
            return new FoundSeat(
                    seatNo,
                    state,
                    bookingId == null ? null : BookingId.of(bookingId),
                    buyerId == null ? null : new BuyerId(buyerId));
        }
    }

    /** These seats as they are now, with their owners; those that do not exist are left out. */
    List<FoundSeat> find(ScheduleId scheduleId, SeatNos seats) {
        return jdbc
                .sql(
                        """
                        select t.seat_no, t.state, t.booking_id, h.buyer_id
                        from seats t
                        left join seat_holds h on h.booking_id = t.booking_id
                        where t.schedule_id = :scheduleId and t.seat_no in (:seatNos)
                        order by t.seat_no
                        """)
                .param("scheduleId", scheduleId.value())
                .param("seatNos", seats.values())
                .query(DataClassRowMapper.newInstance(FoundRow.class))
                .list()
                .stream()
                .map(FoundRow::seat)
                .toList();
    }

    /** How many of these seats this booking has bought and not given back. */
    int bought(BookingId bookingId, SeatNos seats) {
        return jdbc.sql(
                        """
                        select count(*) from seats
                        where booking_id = :bookingId and state = 'SOLD' and seat_no in (:seatNos)
                        """)
                .param("bookingId", bookingId.toString())
                .param("seatNos", seats.values())
                .query(Integer.class)
                .single();
    }
}
