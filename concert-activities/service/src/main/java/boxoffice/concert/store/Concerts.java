package boxoffice.concert.store;

import boxoffice.concert.domain.Concert;
import boxoffice.concert.domain.SalePlan;
import boxoffice.concert.domain.Schedule;
import boxoffice.kernel.ConcertId;
import boxoffice.kernel.ScheduleId;
import boxoffice.persistence.Timestamps;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The catalogue as everybody may read it: a date that is a draft is not there, nor is a concert
 * that has nothing but drafts. Not marked read-only: that would cost two more round trips for each
 * read, and READ COMMITTED reads lock nothing anyway.
 */
@Component
public class Concerts {

    /** Dates of one concert that are shown at most. */
    public static final int SCHEDULES_MAX = 400;

    private static final String SCHEDULES =
            """
            select s.schedule_id, s.concert_id, c.title, s.map_version, s.starts_at,
                s.state, s.sale_opens_at, s.sale_closes_at, s.hold_seconds, s.canceled_at,
                s.waiting_room, s.buyer_seats_max,
                v.venue_id, v.name as venue_name, v.name_en as venue_name_en, v.city, v.time_zone
            from schedules s
            join concerts c on c.concert_id = s.concert_id
            join venues v on v.venue_id = s.venue_id
            where s.state <> 'DRAFT' and %s = :id
            order by s.starts_at, s.schedule_id
            limit :limit
            """;

    private final JdbcClient jdbc;

    Concerts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional
    public Optional<Concert> concert(ConcertId id) {
        return jdbc.sql(
                        """
                        select %s from concerts c
                        where c.concert_id = :id and exists (
                            select 1 from schedules s
                            where s.concert_id = c.concert_id and s.state <> 'DRAFT')
                        """
                                .formatted(ConcertRow.COLUMNS))
                .param("id", id.value())
                .query(DataClassRowMapper.newInstance(ConcertRow.class))
                .optional()
                .map(ConcertRow::concert);
    }

    /** The concert's dates, the first one first; none where there is no such concert. */
    @Transactional
    public List<Schedule> schedules(ConcertId id) {
        return schedules("s.concert_id", id.value());
    }

    @Transactional
    public Optional<Schedule> schedule(ScheduleId id) {
        return schedules("s.schedule_id", id.value()).stream().findFirst();
    }

    private List<Schedule> schedules(String column, String id) {
        var rows =
                jdbc.sql(SCHEDULES.formatted(column))
                        .param("id", id)
                        .param("limit", SCHEDULES_MAX)
                        .query(DataClassRowMapper.newInstance(ScheduleRow.class))
                        .list();
        var presales = rows.isEmpty() ? Map.<String, List<PresaleRow>>of() : presales(rows);
        return rows.stream()
                .map(row ->
                        row.schedule(
                                presales.getOrDefault(row.scheduleId(), List.of()).stream()
                                        .map(PresaleRow::presale)
                                        .toList()))
                .toList();
    }

    private Map<String, List<PresaleRow>> presales(List<ScheduleRow> schedules) {
        return jdbc
                .sql(
                        """
                        select schedule_id, presale_id, name, opens_at, closes_at, code_seats_max
                        from presales
                        where schedule_id in (:ids)
                        order by opens_at, presale_id
                        """)
                .param("ids", schedules.stream().map(ScheduleRow::scheduleId).toList())
                .query(DataClassRowMapper.newInstance(PresaleRow.class))
                .list()
                .stream()
                .collect(Collectors.groupingBy(PresaleRow::scheduleId));
    }

    private record PresaleRow(
            String scheduleId,
            String presaleId,
            String name,
            LocalDateTime opensAt,
            LocalDateTime closesAt,
            int codeSeatsMax) {

        private SalePlan.Presale presale() {
            return new SalePlan.Presale(
                    presaleId,
                    name,
                    Timestamps.instant(opensAt),
                    Timestamps.instant(closesAt),
                    codeSeatsMax);
        }
    }
}
