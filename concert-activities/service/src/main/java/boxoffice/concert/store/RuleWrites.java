package boxoffice.concert.store;

import boxoffice.concert.domain.HoldRequest;
import boxoffice.kernel.BookingId;
import boxoffice.kernel.BuyerId;
import boxoffice.kernel.ConcertId;
import boxoffice.persistence.Timestamps;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The guarded writes that make the limits of a sale exact. */
@Component
class RuleWrites {

    private static final String GIVE_BACK =
            """
            update presales p
            join presale_codes k on k.schedule_id = p.schedule_id
                and k.presale_id = p.presale_id
            join seat_holds h on h.schedule_id = p.schedule_id
                and h.presale_id = p.presale_id and h.presale_code_hash = k.code_hash
            set p.seats_taken = p.seats_taken - %s, k.seats_taken = k.seats_taken - %s
            where h.booking_id = :bookingId
            """;

    private final JdbcClient jdbc;

    RuleWrites(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Takes the buyer's turn: from here until this transaction ends no other hold of this buyer for
     * this concert, on whichever date, counts the buyer's seats. So two tabs at once never both
     * find room for the last seat.
     */
    void takeTurn(BuyerId buyerId, ConcertId concertId) {
        jdbc.sql(
                        """
                        insert into buyer_seats (concert_id, buyer_id)
                        values (:concertId, :buyerId)
                        on duplicate key update buyer_id = :buyerId
                        """)
                .param("concertId", concertId.value())
                .param("buyerId", buyerId.value())
                .update();
    }

    /**
     * Counts the seats to the presale and to the code, if it is open and both have so many left;
     * else changes nothing.
     */
    boolean countToPresale(HoldRequest request, String presaleId, Instant now) {
        return jdbc.sql(
                                """
                                update presales p
                                join presale_codes k on k.schedule_id = p.schedule_id
                                    and k.presale_id = p.presale_id
                                set p.seats_taken = p.seats_taken + :seats,
                                    k.seats_taken = k.seats_taken + :seats
                                where p.schedule_id = :scheduleId and p.presale_id = :presaleId
                                  and k.code_hash = :codeHash
                                  and p.opens_at <= :now and p.closes_at > :now
                                  and p.seats_taken + :seats <= p.quota
                                  and k.seats_taken + :seats <= p.code_seats_max
                                """)
                        .param("scheduleId", request.scheduleId().value())
                        .param("presaleId", presaleId)
                        .param("codeHash", request.presaleCodeHash())
                        .param("seats", request.wish().count())
                        .param("now", Timestamps.column(now))
                        .update()
                > 0;
    }

    /** Gives all seats of the booking's row back to the presale that it was held by. */
    void giveBackToPresale(BookingId bookingId) {
        jdbc.sql(GIVE_BACK.formatted("h.seat_count", "h.seat_count"))
                .param("bookingId", bookingId.toString())
                .update();
    }

    /** Gives so many seats back to the presale that the booking was held by, if it was. */
    void giveBackToPresale(BookingId bookingId, int seats) {
        jdbc.sql(GIVE_BACK.formatted(":seats", ":seats"))
                .param("bookingId", bookingId.toString())
                .param("seats", seats)
                .update();
    }
}
