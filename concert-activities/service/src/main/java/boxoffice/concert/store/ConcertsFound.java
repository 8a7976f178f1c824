package boxoffice.concert.store;

import boxoffice.concert.domain.ConcertOnShow;
import boxoffice.concert.domain.ConcertOnShow.NextDate;
import boxoffice.concert.domain.ConcertSearch;
import boxoffice.concert.domain.VenueFacts;
import boxoffice.kernel.ScheduleId;
import boxoffice.persistence.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The search for concerts. Words are looked for with {@code like}: the two servers have no
 * full-text index in common that knows where a Korean word begins, and those who look do not know
 * it either.
 */
@Component
public class ConcertsFound {

    /** Lower and upper case alike, as the columns' own collation does not have it. */
    private static final String LOOSELY = " collate utf8mb4_unicode_ci";

    private static final RowMapper<ConcertRow> CONCERTS =
            DataClassRowMapper.newInstance(ConcertRow.class);

    private final JdbcClient jdbc;

    ConcertsFound(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The concerts that have a public date, not canceled, as it is wanted; a page of them. */
    @Transactional
    public List<ConcertOnShow> find(ConcertSearch search) {
        var statement = jdbc.sql(sql(search)).param("from", Timestamps.column(search.from()));
        if (search.to() != null) {
            statement = statement.param("to", Timestamps.column(search.to()));
        }
        if (search.city() != null) {
            statement = statement.param("city", search.city());
        }
        for (var i = 0; i < search.words().size(); i++) {
            statement = statement.param("word" + i, "%" + escaped(search.words().get(i)) + "%");
        }
        var after = search.after();
        if (after != null) {
            statement =
                    switch (search.order()) {
                        case DATE ->
                                statement.param("afterStart", Timestamps.column(after.startsAt()));
                        case TITLE -> statement.param("afterTitle", after.title());
                    };
            statement = statement.param("afterId", after.concertId().value());
        }
        return statement.param("limit", search.limit()).query(ConcertsFound::found).list();
    }

    /** Nothing of what was asked for gets into the text itself. */
    private static String sql(ConcertSearch search) {
        var title = "c.title" + LOOSELY;
        var sorted =
                switch (search.order()) {
                    case DATE -> "d.starts_at";
                    case TITLE -> title;
                };
        var wanted = new StringBuilder();
        for (var i = 0; i < search.words().size(); i++) {
            wanted.append(
                    "  and concat_ws(' ', c.title, c.title_en, c.performers)%s like :word%d escape '!'%n"
                            .formatted(LOOSELY, i));
        }
        if (search.after() != null) {
            var last =
                    switch (search.order()) {
                        case DATE -> ":afterStart";
                        case TITLE -> ":afterTitle" + LOOSELY;
                    };
            wanted.append(
                    "  and (%1$s > %2$s or (%1$s = %2$s and c.concert_id > :afterId))%n"
                            .formatted(sorted, last));
        }
        return """
        select %s, d.*
        from concerts c
        join (
            select s.concert_id as dated, s.schedule_id, s.starts_at, v.venue_id,
                v.name as venue_name, v.name_en as venue_name_en, v.city, v.time_zone,
                row_number() over (
                    partition by s.concert_id order by s.starts_at, s.schedule_id) as place,
                count(*) over (partition by s.concert_id) as dates
            from schedules s
            join venues v on v.venue_id = s.venue_id
            where s.state <> 'DRAFT' and s.canceled_at is null and s.starts_at >= :from%s%s
        ) d on d.dated = c.concert_id
        where d.place = 1
        %sorder by %s, c.concert_id
        limit :limit
        """
                .formatted(
                        ConcertRow.COLUMNS,
                        search.to() == null ? "" : " and s.starts_at < :to",
                        search.city() == null ? "" : " and v.city" + LOOSELY + " = :city",
                        wanted,
                        sorted);
    }

    private static String escaped(String word) {
        return word.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }

    private static ConcertOnShow found(ResultSet row, int number) throws SQLException {
        return new ConcertOnShow(
                CONCERTS.mapRow(row, number).concert(),
                new NextDate(
                        new ScheduleId(row.getString("schedule_id")),
                        Timestamps.instant(row.getObject("starts_at", LocalDateTime.class)),
                        new VenueFacts(
                                row.getString("venue_id"),
                                row.getString("venue_name"),
                                row.getString("venue_name_en"),
                                row.getString("city"),
                                ZoneId.of(row.getString("time_zone")))),
                row.getInt("dates"));
    }
}
