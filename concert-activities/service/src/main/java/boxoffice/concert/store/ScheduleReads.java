package boxoffice.concert.store;

import boxoffice.concert.domain.ScheduleSetup;
import boxoffice.concert.domain.ScheduleState;
import boxoffice.concert.domain.ScheduleTerms;
import boxoffice.kernel.ConcertId;
import boxoffice.kernel.Money;
import boxoffice.kernel.PromoterId;
import boxoffice.kernel.ScheduleId;
import boxoffice.persistence.Timestamps;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is read of dates for those who set them up. */
@Component
class ScheduleReads {

    private static final String SCHEDULES =
            """
            select s.schedule_id, s.concert_id, c.promoter_id, s.venue_id, s.map_version,
                v.time_zone, s.state, s.canceled_at, s.starts_at, s.sale_opens_at,
                s.sale_closes_at, s.hold_seconds, s.fee_policy_id, s.fee_policy_version,
                s.buyer_seats_max, s.waiting_room, s.orphan_rule
            from schedules s
            join concerts c on c.concert_id = s.concert_id
            join venues v on v.venue_id = s.venue_id
            """;

    private final JdbcClient jdbc;

    ScheduleReads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record ScheduleRow(
            String scheduleId,
            String concertId,
            String promoterId,
            String venueId,
            @Nullable Integer mapVersion,
            String timeZone,
            ScheduleState state,
            @Nullable LocalDateTime canceledAt,
            LocalDateTime startsAt,
            LocalDateTime saleOpensAt,
            LocalDateTime saleClosesAt,
            int holdSeconds,
            String feePolicyId,
            int feePolicyVersion,
            @Nullable Integer buyerSeatsMax,
            boolean waitingRoom,
            boolean orphanRule) {

        private ScheduleTerms rules() {
            return new ScheduleTerms(
                    Timestamps.instant(startsAt),
                    Timestamps.instant(saleOpensAt),
                    Timestamps.instant(saleClosesAt),
                    holdSeconds,
                    feePolicyId,
                    feePolicyVersion,
                    buyerSeatsMax,
                    waitingRoom,
                    orphanRule);
        }
    }

    private ScheduleSetup setup(ScheduleRow row) {
        var id = new ScheduleId(row.scheduleId());
        return new ScheduleSetup(
                id,
                new ConcertId(row.concertId()),
                new PromoterId(row.promoterId()),
                row.venueId(),
                row.mapVersion(),
                ZoneId.of(row.timeZone()),
                row.state(),
                Timestamps.instantOrNull(row.canceledAt()),
                row.rules(),
                grades(id),
                presales(id));
    }

    Optional<ScheduleSetup> find(ScheduleId id, @Nullable PromoterId promoterId) {
        return jdbc.sql(
                        SCHEDULES
                                + """
                                where s.schedule_id = :id
                                  and (:promoter is null or c.promoter_id = :promoter)
                                """)
                .param("id", id.value())
                .param("promoter", Objects.toString(promoterId, null))
                .query(DataClassRowMapper.newInstance(ScheduleRow.class))
                .optional()
                .map(this::setup);
    }

    List<ScheduleSetup> of(ConcertId concertId) {
        return jdbc
                .sql(SCHEDULES + "where s.concert_id = :id order by s.starts_at, s.schedule_id")
                .param("id", concertId.value())
                .query(DataClassRowMapper.newInstance(ScheduleRow.class))
                .list()
                .stream()
                .map(this::setup)
                .toList();
    }

    private List<ScheduleSetup.GradeCount> grades(ScheduleId id) {
        return jdbc.sql(
                        """
                        select grade, price_amount, price_currency, count(*) as seats,
                            sum(case when state = 'FREE' then 1 else 0 end) as free_seats,
                            sum(case when state = 'HELD' then 1 else 0 end) as held_seats,
                            sum(case when state = 'SOLD' then 1 else 0 end) as sold_seats,
                            sum(case when state = 'BLOCKED' then 1 else 0 end) as blocked_seats
                        from seats
                        where schedule_id = :id
                        group by grade, price_amount, price_currency
                        order by price_amount desc, grade
                        """)
                .param("id", id.value())
                .query((row, n) ->
                        new ScheduleSetup.GradeCount(
                                row.getString("grade"),
                                new Money(
                                        row.getLong("price_amount"),
                                        row.getString("price_currency")),
                                row.getInt("seats"),
                                row.getInt("free_seats"),
                                row.getInt("held_seats"),
                                row.getInt("sold_seats"),
                                row.getInt("blocked_seats")))
                .list();
    }

    private List<ScheduleSetup.PresaleCount> presales(ScheduleId id) {
        return jdbc.sql(
                        """
                        select p.presale_id, p.name, p.opens_at, p.closes_at, p.quota,
                            p.code_seats_max, p.seats_taken,
                            (select count(*) from presale_codes c
                             where c.schedule_id = p.schedule_id
                               and c.presale_id = p.presale_id) as codes
                        from presales p
                        where p.schedule_id = :id
                        order by p.opens_at
                        """)
                .param("id", id.value())
                .query((row, n) ->
                        new ScheduleSetup.PresaleCount(
                                row.getString("presale_id"),
                                row.getString("name"),
                                Timestamps.instant(row.getObject("opens_at", LocalDateTime.class)),
                                Timestamps.instant(row.getObject("closes_at", LocalDateTime.class)),
                                row.getInt("quota"),
                                row.getInt("code_seats_max"),
                                row.getInt("seats_taken"),
                                row.getInt("codes")))
                .list();
    }

    boolean hasFeePolicy(String policyId, int version) {
        return jdbc.sql(
                                """
                                select count(*) from fee_policies
                                where policy_id = :policyId and version = :version
                                """)
                        .param("policyId", policyId)
                        .param("version", version)
                        .query(Integer.class)
                        .single()
                == 1;
    }
}
