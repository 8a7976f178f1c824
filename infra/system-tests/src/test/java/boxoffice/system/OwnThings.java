package boxoffice.system;

import boxoffice.local.system.Service;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** What promoters have set up, one like the other: the sample concerts' own, and a foreign one. */
final class OwnThings {
    private OwnThings() {}

    private static final Buyer PARK = Buyer.called("park");
    private static final Buyer OPERATOR = Buyer.called("kim");

    /** Park's, and what Park gave away. */
    static Map<String, String> ofPark() {
        return of("park", "own", PARK);
    }

    /** Another promoter's, and what an operator gave away of it. */
    static Map<String, String> ofAnother() {
        return of("lee", "foreign", OPERATOR);
    }

    private static Map<String, String> of(String promoter, String prefix, Buyer giver) {
        var venue = prefix + "-venue";
        var concert = prefix + "-concert";
        Sql.update(
                Service.CONCERT,
                """
                insert into venues (venue_id, name, promoter_id, map_version)
                values (?, 'Grid', ?, 1)
                """,
                venue,
                promoter);
        Sql.update(
                Service.CONCERT,
                """
                insert into seat_maps (venue_id, version, stage_x, stage_y, created_at)
                values (?, 1, 0, 0, utc_timestamp(6))
                """,
                venue);
        Sql.update(
                Service.CONCERT,
                "insert into concerts (concert_id, title, promoter_id) values (?, 'Grid', ?)",
                concert,
                promoter);
        var things = new TreeMap<String, String>();
        things.put("venue", venue);
        things.put("version", "1");
        things.put("concert", concert);
        things.put("date", date(prefix + "-date", concert, venue, "ON_SALE"));
        things.put("draft", date(prefix + "-draft", concert, venue, "DRAFT"));
        things.put("ended", date(prefix + "-ended", concert, venue, "ON_SALE"));
        things.put("block", UUID.randomUUID().toString());
        things.put("day", "2026-11-01");
        Rooms.open(OPERATOR, things.get("draft"), 10, 10);
        things.put("gift", gift(giver, prefix + "-date"));
        return things;
    }

    /** With a row of seats, of which one is kept back. */
    private static String date(String date, String concert, String venue, String state) {
        Sql.update(
                Service.CONCERT,
                """
                insert into schedules (schedule_id, concert_id, venue_id, starts_at,
                    sale_opens_at, sale_closes_at, state)
                select ?, ?, ?, starts_at, sale_opens_at, sale_closes_at, ?
                from schedules where schedule_id = ?
                """,
                date,
                concert,
                venue,
                state,
                Seats.ARENA);
        Sql.update(
                Service.CONCERT,
                """
                insert into seats (schedule_id, seat_no, section, row_no, number_in_row, grade,
                    price_amount, price_currency, state)
                select ?, seat_no, section, row_no, number_in_row, grade, price_amount,
                    price_currency, case number_in_row when 40 then 'BLOCKED' else 'FREE' end
                from seats where schedule_id = ? and section = 'U' and row_no = 1
                """,
                date,
                Seats.ARENA);
        keepBack(date);
        return date;
    }

    private static void keepBack(String date) {
        var block = UUID.randomUUID().toString();
        Sql.update(
                Service.CONCERT,
                """
                insert into seat_blocks (block_id, schedule_id, reason, created_by, created_at)
                values (?, ?, 'guests', 'park', utc_timestamp(6))
                """,
                block,
                date);
        Sql.update(
                Service.CONCERT,
                "update seats set block_id = ? where schedule_id = ? and state = 'BLOCKED'",
                block,
                date);
    }

    private static String gift(Buyer giver, String date) {
        var body =
                "{\"scheduleId\": \"%s\", \"seats\": [\"U-1-40\"], \"guest\": \"tae\"}"
                        .formatted(date);
        return Buyer.patiently(() -> giver.post("/api/complimentary-bookings", date, body))
                .expect(201)
                .text("bookingId");
    }
}
