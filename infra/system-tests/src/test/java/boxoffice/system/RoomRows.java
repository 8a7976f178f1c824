package boxoffice.system;

import static org.assertj.core.api.Assertions.assertThat;

import boxoffice.local.system.Service;
import java.util.ArrayList;
import java.util.List;

/** P7, read from the queue's rows when it is over. */
final class RoomRows {
    private RoomRows() {}

    /** In their order, never more inside than the cap, never more in a second than the rate. */
    static void keptTheirPromises(String schedule, int cap, int rate) {
        none(
                "let in before one who stood ahead, or past the watermark",
                """
                select a.number from entries a
                join waiting_rooms r on r.schedule_id = a.schedule_id
                where a.schedule_id = ? and a.admitted_at is not null and (
                    a.number > r.watermark or exists (
                        select 1 from entries b where b.schedule_id = a.schedule_id
                          and b.number < a.number and b.admitted_at > a.admitted_at))
                """,
                schedule);
        none(
                "left behind the watermark",
                """
                select e.number from entries e
                join waiting_rooms r on r.schedule_id = e.schedule_id
                where e.schedule_id = ? and e.state = 'WAITING' and e.number <= r.watermark
                """,
                schedule);
        none(
                "buyers with two entries at once",
                """
                select buyer_id from entries where schedule_id = ? and live = 1
                group by buyer_id having count(*) > 1
                """,
                schedule);
        none(
                "passes of bookings that know nothing of them",
                """
                select e.entry_id from entries e left join pass_uses u on u.booking_id = e.holder
                where e.schedule_id = ? and e.holder is not null
                  and (u.state is null or (e.state = 'USED') <> (u.state = 'FINISHED'))
                """,
                schedule);
        none(
                "sales without a pass",
                """
                select booking_id from pass_uses
                where schedule_id = ? and state = 'FINISHED' and entry_id is null
                """,
                schedule);
        assertThat(most(schedule, "coalesce(ended_at, '9999-12-31')"))
                .as("inside at once")
                .isLessThanOrEqualTo(cap);
        assertThat(
                        Sql.number(
                                Service.QUEUE,
                                """
                                select max(admitted) from (
                                    select count(*) as admitted from entries
                                    where schedule_id = ? and admitted_at is not null
                                    group by floor(unix_timestamp(admitted_at))) seconds
                                """,
                                schedule))
                .as("let in within a second")
                .isLessThanOrEqualTo(rate);
    }

    private static void none(String what, String query, String schedule) {
        assertThat(Sql.rows(Service.QUEUE, query, schedule)).as(what).isEmpty();
    }

    /** How many at once, where each begins when it is let in and ends then. */
    private static int most(String schedule, String end) {
        var moves = new ArrayList<String>();
        for (var row :
                Sql.rows(
                        Service.QUEUE,
                        "select date_format(admitted_at, '%Y-%m-%d %H:%i:%s.%f'), date_format("
                                + end
                                + ", '%Y-%m-%d %H:%i:%s.%f') from entries"
                                + " where schedule_id = ? and admitted_at is not null",
                        schedule)) {
            // Who goes at the same moment goes first.
            moves.add(row.get(0) + " +");
            moves.add(row.get(1) + " !");
        }
        return highest(moves);
    }

    private static int highest(List<String> moves) {
        var now = 0;
        var most = 0;
        for (var move : moves.stream().sorted().toList()) {
            now += move.endsWith("+") ? 1 : -1;
            most = Math.max(most, now);
        }
        return most;
    }
}
