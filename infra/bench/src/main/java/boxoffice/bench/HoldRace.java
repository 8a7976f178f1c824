package boxoffice.bench;

import static boxoffice.bench.Measuring.say;

import boxoffice.concert.ConcertService;
import boxoffice.concert.domain.Hold;
import boxoffice.concert.domain.HoldRequest;
import boxoffice.concert.domain.SeatNos;
import boxoffice.concert.domain.Wish;
import boxoffice.concert.store.SeatHolds;
import boxoffice.kernel.BookingId;
import boxoffice.kernel.BuyerId;
import boxoffice.kernel.ScheduleId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntConsumer;
import javax.sql.DataSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;

/**
 * Three ways to take 1,600 of a house's 2,000 seats in pairs, eight buyers at once: the statements
 * of a hold by nothing but JDBC, the hold service, and the hold service asked for the best two. In
 * turns, each time a new house, so that whatever the machine does hits all three.
 */
final class HoldRace {

    private static final int BUYERS = 8;
    private static final int PAIRS_OF_EACH = 100;
    private static final int ROWS = 100;
    private static final int SEATS_A_ROW = 20;
    private static final int WARM_UP = 16;
    private static final int ROUNDS = 24;
    private static final double SERVICE_TARGET = 0.9;
    private static final double BEST_TARGET = 0.5;
    private static final BuyerId BUYER = new BuyerId("bench");

    private final SeatHolds holds;
    private final DataSource database;
    private final RecordedHold recorded;

    private HoldRace(ApplicationContext service, RecordedHold recorded) {
        this.holds = service.getBean(SeatHolds.class);
        this.database = service.getBean(DataSource.class);
        this.recorded = recorded;
    }

    public static void main(String[] arguments) throws SQLException {
        var recorded = new RecordedHold();
        try (var service =
                new SpringApplicationBuilder(ConcertService.class)
                        .initializers(
                                fresh -> fresh.getBeanFactory().addBeanPostProcessor(recorded))
                        .run(
                                "--server.port=0",
                                "--server.address=127.0.0.1",
                                "--logging.level.root=warn",
                                "--spring.main.banner-mode=off",
                                "--boxoffice.temporal.polling=false")) {
            new HoldRace(service, recorded).run();
        }
    }

    private void run() throws SQLException {
        write("insert into venues (venue_id, name, promoter_id) values ('hall', '홀', 'park')");
        write("insert into concerts (concert_id, title, promoter_id) values ('c', '갈라', 'park')");
        say("%nwarming up: %d houses each", WARM_UP);
        for (var i = 0; i < WARM_UP; i++) {
            byJdbc();
            byService();
            byBest();
        }
        say("%nround   JDBC   service   best available   (holds of two seats a second)");
        double jdbc = 0;
        double service = 0;
        double best = 0;
        for (var round = 1; round <= ROUNDS; round++) {
            var of = List.of(byJdbc(), byService(), byBest());
            say("%5d   %4.0f   %7.0f   %14.0f", round, of.get(0), of.get(1), of.get(2));
            jdbc += 1 / of.get(0);
            service += 1 / of.get(1);
            best += 1 / of.get(2);
        }
        say("%n%d statements and a commit each by JDBC:", recorded.count());
        recorded.sql().forEach(sql -> say("  %s", sql.strip().lines().findFirst().orElse("")));
        tell("The hold service", "its statements by JDBC", jdbc / service, SERVICE_TARGET);
        tell("Best available", "the hold service", service / best, BEST_TARGET);
    }

    private static void tell(String what, String than, double ratio, double target) {
        say(
                "%n%s makes %.2f of the rate of %s; the target, at least %.1f, is %s.",
                what, ratio, than, target, ratio >= target ? "met" : "MISSED");
    }

    private double byService() throws SQLException {
        var house = house();
        return rate(
                house,
                n -> {
                    for (var pair = 0; pair < PAIRS_OF_EACH; pair++) {
                        hold(house, booking(), seats(n, pair));
                    }
                });
    }

    private double byBest() throws SQLException {
        var house = house();
        var two = new Wish.Best(2, null, null, null, false, false);
        return rate(
                house,
                _ -> {
                    for (var pair = 0; pair < PAIRS_OF_EACH; pair++) {
                        hold(house, booking(), two);
                    }
                });
    }

    private double byJdbc() throws SQLException {
        var house = house();
        var first = booking();
        var sample = seats(0, 0);
        // The rules of a new house are read by its first hold and remembered from then on.
        var other = booking();
        hold(house, other, sample);
        holds.release(other, BUYER, house);
        recorded.during(() -> hold(house, first, sample));
        holds.release(first, BUYER, house);
        return rate(
                house,
                n -> {
                    try (var connection = database.getConnection()) {
                        connection.setAutoCommit(false);
                        for (var pair = 0; pair < PAIRS_OF_EACH; pair++) {
                            again(connection, first, sample, seats(n, pair));
                        }
                    } catch (SQLException e) {
                        throw new IllegalStateException(e);
                    }
                });
    }

    private void again(Connection connection, BookingId first, Wish.Seats sample, Wish.Seats seats)
            throws SQLException {
        var then = sample.seatNos().values();
        var now = seats.seatNos().values();
        recorded.again(
                connection,
                Map.of(
                        first.toString(), booking().toString(),
                        then.get(0), now.get(0),
                        then.get(1), now.get(1)));
    }

    private void hold(ScheduleId house, BookingId booking, Wish wish) {
        var outcome =
                holds.hold(new HoldRequest(booking, BUYER, house, wish, Instant.now(), null, null));
        if (!(outcome instanceof Hold.Held)) {
            throw new IllegalStateException("not held: " + outcome);
        }
    }

    /** Holds a second, of all buyers together; afterwards all that they asked for must be held. */
    private double rate(ScheduleId house, IntConsumer one) throws SQLException {
        var begun = System.nanoTime();
        Together.run(BUYERS, one);
        var seconds = (System.nanoTime() - begun) / 1e9;
        try (var connection = database.getConnection();
                var statement =
                        connection.prepareStatement(
                                "select count(*) from seats"
                                        + " where schedule_id = ? and state = 'HELD'")) {
            statement.setString(1, house.value());
            try (var row = statement.executeQuery()) {
                row.next();
                if (row.getInt(1) != BUYERS * PAIRS_OF_EACH * 2) {
                    throw new IllegalStateException(row.getInt(1) + " seats are held");
                }
            }
        }
        return BUYERS * PAIRS_OF_EACH / seconds;
    }

    private static Wish.Seats seats(int buyer, int pair) {
        var first = (buyer * PAIRS_OF_EACH + pair) * 2;
        return new Wish.Seats(SeatNos.of(List.of(seatNo(first), seatNo(first + 1))));
    }

    private static String seatNo(int number) {
        return "A-%d-%d".formatted(number / SEATS_A_ROW + 1, number % SEATS_A_ROW + 1);
    }

    private static BookingId booking() {
        return new BookingId(UUID.randomUUID());
    }

    private ScheduleId house() throws SQLException {
        var house = new ScheduleId(UUID.randomUUID().toString());
        write(
                """
                insert into schedules
                    (schedule_id, concert_id, venue_id, starts_at, sale_opens_at, sale_closes_at)
                select '%s', 'c', 'hall', t.now + interval 9 day, t.now - interval 1 day,
                    t.now + interval 9 day
                from (select utc_timestamp(6) as now) t
                """
                        .formatted(house.value()));
        write(
                """
                insert into seats (schedule_id, seat_no, section, row_no, number_in_row, grade,
                    price_amount, price_currency, nearness, aisle_after)
                with recursive n as (select 1 as i union all select i + 1 from n where i < 100)
                select '%s', concat('A-', r.i, '-', p.i), 'A', r.i, p.i, 'R', 110000, 'KRW',
                    100 * r.i + abs(2 * p.i - 21), p.i = 10
                from n r join n p on r.i <= %d and p.i <= %d
                """
                        .formatted(house.value(), ROWS, SEATS_A_ROW));
        return house;
    }

    private void write(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.executeUpdate(sql);
            connection.commit();
        }
    }
}
