package boxoffice.concert.store;

import boxoffice.concert.domain.ConcertOnShow;
import boxoffice.concert.domain.ConcertOnShow.NextDate;
import boxoffice.concert.domain.ConcertSearch;
import boxoffice.concert.domain.VenueFacts;
import boxoffice.kernel.ConcertId;
import boxoffice.kernel.ScheduleId;
import boxoffice.persistence.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

    private static final String TEXT = "concat_ws(' ', c.title, c.title_en, c.performers)";

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
        return firstDates(
                statement.param("limit", search.limit()).query(ConcertsFound::found).list());
    }

    /**
     * The page is found by ids and times alone, and then told in full. Nothing of what was asked
     * for gets into the text itself.
     */
    private static String sql(ConcertSearch search) {
        var title = "c.title" + LOOSELY;
        var sorted =
                switch (search.order()) {
                    case DATE -> "min(s.starts_at)";
                    case TITLE -> title;
                };
        var wanted =
                " and s.starts_at >= :from"
                        + (search.to() == null ? "" : " and s.starts_at < :to")
                        + (search.city() == null ? "" : " and v.city" + LOOSELY + " = :city");
        var dates =
                """
                join schedules s on s.concert_id = c.concert_id
                    and s.state <> 'DRAFT' and s.canceled_at is null
                join venues v on v.venue_id = s.venue_id
                """;
        return """
        select %1$s, d.dates, s.schedule_id, s.starts_at, v.venue_id, v.name as venue_name,
            v.name_en as venue_name_en, v.city, v.time_zone
        from (
            select c.concert_id, min(s.starts_at) as starts_at, count(*) as dates
            from concerts c
            %2$swhere true%3$s%4$s
            group by c.concert_id, c.title
            %5$s
            order by %6$s, c.concert_id
            limit :limit
        ) d
        join concerts c on c.concert_id = d.concert_id
        %2$swhere s.starts_at = d.starts_at%3$s
        order by %7$s, c.concert_id, s.schedule_id
        """
                .formatted(
                        ConcertRow.COLUMNS,
                        dates,
                        wanted,
                        words(search.words().size()),
                        goingOn(search, sorted),
                        sorted,
                        search.order() == ConcertSearch.Order.DATE ? "s.starts_at" : title);
    }

    private static String words(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> " and %s%s like :word%d escape '!'".formatted(TEXT, LOOSELY, i))
                .collect(Collectors.joining());
    }

    private static String goingOn(ConcertSearch search, String sorted) {
        if (search.after() == null) {
            return "";
        }
        var last =
                switch (search.order()) {
                    case DATE -> ":afterStart";
                    case TITLE -> ":afterTitle" + LOOSELY;
                };
        return "having %1$s > %2$s or (%1$s = %2$s and c.concert_id > :afterId)"
                .formatted(sorted, last);
    }

    /** Where two of a concert's dates begin at the same moment, the first of them. */
    private static List<ConcertOnShow> firstDates(List<ConcertOnShow> found) {
        var byConcert = new LinkedHashMap<ConcertId, ConcertOnShow>();
        found.forEach(one -> byConcert.putIfAbsent(one.concert().concertId(), one));
        return List.copyOf(byConcert.values());
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
