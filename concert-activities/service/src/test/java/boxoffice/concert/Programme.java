package boxoffice.concert;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Concerts of a town that no other test knows, and their dates: rows as a promoter leaves them. */
final class Programme {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final String tag = UUID.randomUUID().toString().substring(0, 8);
    final String city = "도시 " + tag;
    private final String venue = "hall-" + tag;

    Programme(RunningService service) {
        jdbc = service.bean(JdbcClient.class);
        transaction = service.bean(TransactionTemplate.class);
        write(
                "insert into venues (venue_id, name, city, promoter_id) values (?, '홀', ?, 'park')",
                venue,
                city);
    }

    /** An id that is this programme's own. */
    String id(String name) {
        return name + "-" + tag;
    }

    void concert(String name, String title, String titleEn, String performers) {
        write(
                """
                insert into concerts (concert_id, title, title_en, performers, promoter_id)
                values (?, ?, ?, ?, 'park')
                """,
                id(name),
                title,
                titleEn,
                performers);
    }

    /** On sale since an hour before now. */
    void date(String concert, String name, Instant startsAt) {
        write(
                """
                insert into schedules
                    (schedule_id, concert_id, venue_id, starts_at, sale_opens_at, sale_closes_at)
                values (?, ?, ?, ?, ?, ?)
                """,
                id(name),
                id(concert),
                venue,
                utc(startsAt),
                utc(Instant.now().minusSeconds(3_600)),
                utc(startsAt.plusSeconds(3_600)));
    }

    /**
     * @param change what is set of the date's row, such as {@code state = 'DRAFT'}
     */
    void change(String date, String change) {
        write("update schedules set " + change + " where schedule_id = ?", id(date));
    }

    void seat(String date, String state) {
        write(
                """
                insert into seats (schedule_id, seat_no, section, row_no, number_in_row, grade,
                    price_amount, price_currency, state)
                values (?, 'A-1-1', 'A', 1, 1, 'R', 110000, 'KRW', ?)
                """,
                id(date),
                state);
    }

    void presale(String date, Instant opensAt, Instant closesAt) {
        write(
                """
                insert into presales (schedule_id, presale_id, name, opens_at, closes_at, quota,
                    code_seats_max)
                values (?, 'fans', '팬클럽', ?, ?, 100, 2)
                """,
                id(date),
                utc(opensAt),
                utc(closesAt));
    }

    private void write(String sql, Object... values) {
        transaction.executeWithoutResult(_ -> jdbc.sql(sql).params(List.of(values)).update());
    }

    static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant.truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC);
    }
}
