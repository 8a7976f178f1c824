package boxoffice.concert;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A drawn hall of 20,000 seats in four sections, and one date there. */
final class Hall {

    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;
    private final String id = UUID.randomUUID().toString();

    Hall(RunningService service) {
        jdbc = service.bean(JdbcClient.class);
        transaction = service.bean(TransactionTemplate.class);
        write("insert into venues (venue_id, name, promoter_id) values (:id, '큰 홀', 'park')");
        write(
                """
                insert into seat_maps (venue_id, version, stage_x, stage_y, created_at)
                values (:id, 1, 2000, 0, current_timestamp(6))
                """);
        write(
                """
                insert into map_sections (venue_id, version, section, name, standing)
                values (:id, 1, 'A', '가', false), (:id, 1, 'B', '나', false),
                    (:id, 1, 'C', '다', false), (:id, 1, 'D', '라', true)
                """);
        write(
                """
                insert into map_seats (venue_id, version, seat_no, section, row_no, row_name,
                    number_in_row, kind, companion_of, aisle_after, x, y, nearness)
                with recursive numbers as (
                    select 1 as n union all select n + 1 from numbers where n < 100)
                select :id, 1, concat(s.section, '-', r.n, '-', p.n), s.section, r.n,
                    cast(r.n as char), p.n, case s.section when 'D' then 'STANDING' else 'SEAT' end,
                    null, p.n = 50, p.n * 20, r.n * 20, r.n
                from map_sections s
                join numbers r on r.n <= 50
                join numbers p
                where s.venue_id = :id
                """);
        write("insert into concerts (concert_id, title, promoter_id) values (:id, '큰', 'park')");
        write(
                """
                insert into schedules (schedule_id, concert_id, venue_id, map_version, starts_at,
                    sale_opens_at, sale_closes_at)
                select :id, :id, :id, 1, t.now + interval 9 day, t.now, t.now + interval 9 day
                from (select current_timestamp(6) as now) t
                """);
        write(
                """
                insert into seats (schedule_id, seat_no, section, row_no, number_in_row, grade,
                    price_amount, price_currency)
                select :id, seat_no, section, row_no, number_in_row,
                    concat('R', crc32(seat_no) % 4), 100000 + crc32(seat_no) % 4, 'KRW'
                from map_seats where venue_id = :id
                """);
    }

    /** The hardest to tell shortly: a third of the seats is taken, a third kept back, anyhow. */
    void scatter() {
        write(
                """
                insert into seat_holds (booking_id, buyer_id, schedule_id, state, seat_count,
                    held_until, created_at)
                values (:id, 'mina', :id, 'HELD', 1, current_timestamp(6), current_timestamp(6))
                """);
        write(
                """
                update seats set state = 'HELD', booking_id = :id
                where schedule_id = :id and crc32(reverse(seat_no)) % 3 = 1
                """);
        write(
                """
                update seats set state = 'BLOCKED'
                where schedule_id = :id and crc32(reverse(seat_no)) % 3 = 2
                """);
    }

    String seats() {
        return "/api/schedules/" + id + "/seats";
    }

    private void write(String sql) {
        transaction.executeWithoutResult(_ -> jdbc.sql(sql).param("id", id).update());
    }
}
