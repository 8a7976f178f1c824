package boxoffice.bench;

import boxoffice.kernel.BuyerId;
import boxoffice.local.system.LocalSystem;
import boxoffice.local.system.Service;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** What there is to buy, and the points to buy it with. */
final class SampleHouse {

    /**
     * @param seatNos free when they were read
     */
    record Seats(String scheduleId, List<String> seatNos) {}

    private static final int SEATS_A_BOOKING = 2;
    private static final long POINTS = 100_000_000_000L;

    private final Deque<Seats> free;

    private SampleHouse(Deque<Seats> free) {
        this.free = free;
    }

    /** The free seats of the sample schedules in the arena, in pairs. */
    static SampleHouse of(LocalSystem system) throws SQLException {
        var pairs = new ArrayDeque<Seats>();
        try (var connection = system.sql(Service.CONCERT);
                var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                """
                                select schedule_id, seat_no from seats
                                where schedule_id in ('city-lights-1', 'city-lights-2')
                                and state = 'FREE'
                                order by schedule_id, section, row_no, number_in_row
                                """)) {
            var taken = new ArrayList<String>();
            var schedule = "";
            while (rows.next()) {
                if (!schedule.equals(rows.getString(1))) {
                    taken.clear();
                }
                schedule = rows.getString(1);
                taken.add(rows.getString(2));
                if (taken.size() == SEATS_A_BOOKING) {
                    pairs.add(new Seats(schedule, List.copyOf(taken)));
                    taken.clear();
                }
            }
        }
        return new SampleHouse(pairs);
    }

    /** How many bookings can still be made. */
    int bookingsLeft() {
        return free.size();
    }

    Seats nextSeats() {
        if (free.isEmpty()) {
            throw new IllegalStateException("every sample seat is sold");
        }
        return free.pop();
    }

    /** Like {@link #nextSeats}, for many at once. */
    synchronized Seats takeSeats() {
        return nextSeats();
    }

    /** What was held and is free again; it comes last. */
    synchronized void giveBack(Seats seats) {
        free.addLast(seats);
    }

    /** Gives the buyer {@code bench} more points than all seats cost. */
    static BuyerId buyerWithPoints(LocalSystem system) throws SQLException {
        var buyer = new BuyerId("bench");
        givePoints(system, buyer);
        return buyer;
    }

    /**
     * Gives a buyer more points than all seats cost, past the house's doors: straight into its
     * database, with the two ledger entries that a top-up has, so that the books still agree.
     */
    static void givePoints(LocalSystem system, BuyerId buyer) throws SQLException {
        try (var connection = system.sql(Service.PAYMENT);
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.executeUpdate(
                    """
                    insert into wallets (buyer_id, balance, currency, created_at, updated_at)
                    values ('%2$s', %1$d, 'KRW', utc_timestamp(6), utc_timestamp(6))
                    """
                            .formatted(POINTS, buyer.value()));
            statement.executeUpdate(
                    """
                    insert into ledger_entries
                        (idempotency_key, account, amount, currency, cause, created_at)
                    values
                        ('top-up/%2$s', 'top-ups', -%1$d, 'KRW', 'TOP_UP', utc_timestamp(6)),
                        ('top-up/%2$s', 'wallet:%2$s', %1$d, 'KRW', 'TOP_UP', utc_timestamp(6))
                    """
                            .formatted(POINTS, buyer.value()));
            connection.commit();
        }
    }
}
