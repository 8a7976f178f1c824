package boxoffice.concert;

import boxoffice.kernel.PresaleCode;
import java.time.Instant;
import java.util.UUID;

/** What a promoter sets up for a {@link House}. */
final class PromoterRows {
    private PromoterRows() {}

    /** Keeps the seats back together, under a block of their own. */
    static void keepBack(House house, String... seatNos) {
        var block = UUID.randomUUID().toString();
        house.writeWith(
                """
                insert into seat_blocks (block_id, schedule_id, reason, created_by, created_at)
                values (?, ?, 'guests', 'park', current_timestamp(6))
                """,
                block,
                house.schedule.value());
        for (var seatNo : seatNos) {
            house.writeWith(
                    """
                    update seats set state = 'BLOCKED', block_id = ?
                    where schedule_id = ? and seat_no = ?
                    """,
                    block,
                    house.schedule.value(),
                    seatNo);
        }
    }

    /** Sells before the general sale, which is to begin in a minute. */
    static void presale(House house, int quota, int codeSeatsMax, String... codes) {
        house.writeWith(
                "update schedules set sale_opens_at = ? where schedule_id = ?",
                House.utc(Instant.now().plusSeconds(60)),
                house.schedule.value());
        house.writeWith(
                """
                insert into presales (schedule_id, presale_id, name, opens_at, closes_at, quota,
                    code_seats_max)
                values (?, 'fans', '팬', ?, ?, ?, ?)
                """,
                house.schedule.value(),
                House.utc(Instant.now().minusSeconds(60)),
                House.utc(Instant.now().plusSeconds(60)),
                quota,
                codeSeatsMax);
        for (var code : codes) {
            house.writeWith(
                    """
                    insert into presale_codes (schedule_id, code_hash, presale_id)
                    values (?, ?, 'fans')
                    """,
                    house.schedule.value(),
                    PresaleCode.hash(house.schedule, code));
        }
    }

    /** Seats that the presale and all of its codes have counted: {@code 3 3}. */
    static String counted(House house) {
        return house.read(
                """
                select concat(p.seats_taken, ' ', (select sum(k.seats_taken) from presale_codes k
                    where k.schedule_id = p.schedule_id))
                from presales p where p.schedule_id = ?
                """,
                house.schedule.value());
    }
}
