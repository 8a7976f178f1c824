package boxoffice.concert.store;

import boxoffice.concert.domain.HoldRequest;
import boxoffice.concert.domain.MaxSeatsPerBuyer;
import boxoffice.concert.domain.PresaleCodes;
import boxoffice.concert.domain.SaleRules;
import boxoffice.concert.domain.SaleTerms;
import boxoffice.concert.domain.SaleWindow;
import boxoffice.concert.domain.ScheduleState;
import boxoffice.kernel.ConcertId;
import boxoffice.kernel.PromoterId;
import boxoffice.kernel.ScheduleId;
import boxoffice.persistence.Timestamps;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rules of a sale and how far they are used up, to be looked at before or after a write. */
@Component
class RuleReads {

    private final JdbcClient jdbc;

    RuleReads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record RulesRow(
            String concertId,
            String promoterId,
            ScheduleState state,
            LocalDateTime opensAt,
            LocalDateTime closesAt,
            LocalDateTime startsAt,
            int holdSeconds,
            @Nullable LocalDateTime canceledAt,
            @Nullable Integer concertMax,
            @Nullable Integer scheduleMax) {

        private SaleRules rules() {
            var terms =
                    new SaleTerms(
                            Timestamps.instant(opensAt),
                            Timestamps.instant(closesAt),
                            Duration.ofSeconds(holdSeconds),
                            Timestamps.instantOrNull(canceledAt));
            return new SaleRules(
                    new ConcertId(concertId),
                    new PromoterId(promoterId),
                    new SaleWindow(state, terms, Timestamps.instant(startsAt)),
                    new MaxSeatsPerBuyer(concertMax, scheduleMax));
        }
    }

    /** Empty where there is no such schedule. */
    Optional<SaleRules> rules(ScheduleId scheduleId) {
        return jdbc.sql(
                        """
                        select s.concert_id, c.promoter_id, s.state, s.sale_opens_at as opens_at,
                            s.sale_closes_at as closes_at, s.starts_at, s.hold_seconds,
                            s.canceled_at, c.buyer_seats_max as concert_max,
                            s.buyer_seats_max as schedule_max
                        from schedules s
                        join concerts c on c.concert_id = s.concert_id
                        where s.schedule_id = :scheduleId
                        """)
                .param("scheduleId", scheduleId.value())
                .query(DataClassRowMapper.newInstance(RulesRow.class))
                .optional()
                .map(RulesRow::rules);
    }

    /**
     * The presale that is open, and how far it and the buyer's code are used up; empty where none
     * is. Two that are open at once cannot be.
     */
    Optional<PresaleCodes> presale(HoldRequest request, Instant now) {
        return jdbc.sql(
                        """
                        select p.presale_id, p.quota, p.seats_taken, p.code_seats_max,
                            k.seats_taken as code_seats_taken
                        from presales p
                        left join presale_codes k on k.schedule_id = p.schedule_id
                            and k.presale_id = p.presale_id and k.code_hash = :codeHash
                        where p.schedule_id = :scheduleId
                          and p.opens_at <= :now and p.closes_at > :now
                        order by p.opens_at
                        limit 1
                        """)
                .param("scheduleId", request.scheduleId().value())
                .param("codeHash", request.presaleCodeHash())
                .param("now", Timestamps.column(now))
                .query(DataClassRowMapper.newInstance(PresaleCodes.class))
                .optional();
    }

    private record HasRow(int ofConcert, int ofSchedule) {}

    /**
     * What the buyer has, held or bought, without this booking. Read after the buyer's turn is
     * taken, it is what it will be when the hold commits, but for seats that are given back.
     */
    MaxSeatsPerBuyer.Has has(HoldRequest request, ConcertId concertId) {
        var row =
                jdbc.sql(
                                """
                                select coalesce(sum(h.seat_count), 0) as of_concert,
                                    coalesce(sum(case when h.schedule_id = :scheduleId
                                        then h.seat_count else 0 end), 0) as of_schedule
                                from seat_holds h
                                join schedules s on s.schedule_id = h.schedule_id
                                where h.buyer_id = :buyerId
                                  and h.state in ('HELD', 'SOLD')
                                  and not h.complimentary
                                  and s.concert_id = :concertId
                                  and h.booking_id <> :bookingId
                                """)
                        .param("scheduleId", request.scheduleId().value())
                        .param("buyerId", request.buyerId().value())
                        .param("concertId", concertId.value())
                        .param("bookingId", request.bookingId().toString())
                        .query(DataClassRowMapper.newInstance(HasRow.class))
                        .single();
        return new MaxSeatsPerBuyer.Has(row.ofConcert(), row.ofSchedule());
    }
}
