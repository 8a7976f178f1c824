package boxoffice.system;

import boxoffice.local.system.Service;

/** What no sale may go beyond, counted anew from the rows of all that is held and sold. */
final class SaleRules {
    private SaleRules() {}

    /** A seat that was given away counts for no limit. */
    private static final String LIVE = "h.state in ('HELD', 'SOLD') and h.complimentary = false";

    static void areKept() {
        Books.none(
                Service.CONCERT,
                "buyers with more seats of a concert than it gives to one",
                """
                select s.concert_id, h.buyer_id, sum(h.seat_count), min(c.buyer_seats_max)
                from seat_holds h
                join schedules s on s.schedule_id = h.schedule_id
                join concerts c on c.concert_id = s.concert_id
                where %s and c.buyer_seats_max is not null
                group by s.concert_id, h.buyer_id
                having sum(h.seat_count) > min(c.buyer_seats_max)
                """
                        .formatted(LIVE));
        Books.none(
                Service.CONCERT,
                "buyers with more seats of a date than it gives to one",
                """
                select h.schedule_id, h.buyer_id, sum(h.seat_count), min(s.buyer_seats_max)
                from seat_holds h join schedules s on s.schedule_id = h.schedule_id
                where %s and s.buyer_seats_max is not null
                group by h.schedule_id, h.buyer_id
                having sum(h.seat_count) > min(s.buyer_seats_max)
                """
                        .formatted(LIVE));
        Books.none(
                Service.CONCERT,
                "presales with more seats than their quota, or with another count than their rows",
                """
                select p.schedule_id, p.presale_id, p.quota, p.seats_taken,
                    coalesce(sum(h.seat_count), 0)
                from presales p left join seat_holds h
                    on h.schedule_id = p.schedule_id and h.presale_id = p.presale_id and %s
                group by p.schedule_id, p.presale_id, p.quota, p.seats_taken
                having coalesce(sum(h.seat_count), 0) <> p.seats_taken or p.seats_taken > p.quota
                """
                        .formatted(LIVE));
        Books.none(
                Service.CONCERT,
                "codes with more seats than a code has, or with another count than their rows",
                """
                select k.schedule_id, k.code_hash, p.code_seats_max, k.seats_taken,
                    coalesce(sum(h.seat_count), 0)
                from presale_codes k
                join presales p
                    on p.schedule_id = k.schedule_id and p.presale_id = k.presale_id
                left join seat_holds h on h.schedule_id = k.schedule_id
                    and h.presale_code_hash = k.code_hash and %s
                group by k.schedule_id, k.code_hash, p.code_seats_max, k.seats_taken
                having coalesce(sum(h.seat_count), 0) <> k.seats_taken
                    or k.seats_taken > p.code_seats_max
                """
                        .formatted(LIVE));
    }
}
