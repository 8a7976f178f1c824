package boxoffice.payment;

import static org.assertj.core.api.Assertions.assertThat;

import boxoffice.kernel.BuyerId;
import boxoffice.payment.ExpectedPayments.Booking;
import boxoffice.testing.SqlServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Wallets stay the sum of their entries, and answers stay true, in whatever order commands come.
 */
@ParameterizedClass
@MethodSource("boxoffice.testing.Databases#all")
class LedgerIT {

    private static final long SEED = 20_261_224;

    /** For every build, and for the thorough one. */
    private static final int COMMANDS = 400;

    private static final int COMMANDS_MAX = 3_000;
    private static final int THREADS = 8;

    private final RunningService service;
    private final List<BuyerId> buyers;

    LedgerIT(SqlServer server) {
        service = RunningService.on(server);
        buyers = IntStream.range(0, 5).mapToObj(i -> service.buyerWith("buyer" + i, 0)).toList();
    }

    private List<Booking> bookingsFor(int commands) {
        var random = new Random(SEED);
        return IntStream.range(0, commands / 8)
                .mapToObj(_ ->
                        new Booking(
                                service.booking(),
                                buyers.get(random.nextInt(buyers.size())),
                                50 + random.nextInt(300)))
                .toList();
    }

    @AfterEach
    void theBooksBalance() {
        Books.balance(service);
    }

    @Test
    void answersAsTheRulesSayInAnyOrderOfCommands() {
        answersAsTheRulesSay(COMMANDS);
    }

    @Test
    @Tag("thorough")
    void answersAsTheRulesSayInAnyOrderOfThousandsOfCommands() {
        answersAsTheRulesSay(COMMANDS_MAX);
    }

    private void answersAsTheRulesSay(int commands) {
        var bookings = bookingsFor(commands);
        var random = new Random(SEED);
        var expected = new ExpectedPayments();
        for (var count = 0; count < commands; count++) {
            var step = "command " + count + " of seed " + SEED;
            var booking = bookings.get(random.nextInt(bookings.size()));
            switch (random.nextInt(10)) {
                case 0 ->
                        assertThat(service.reverse(booking.id(), booking.buyer()))
                                .as(step)
                                .isEqualTo(expected.reverse(booking));
                case 1 ->
                        assertThat(service.markRefunded(booking.id(), booking.buyer(), "kim", step))
                                .as(step)
                                .isEqualTo(expected.reverse(booking));
                case 2 -> {
                    var points = 1 + random.nextInt(400);
                    service.topUp(booking.buyer(), points);
                    expected.topUp(booking.buyer(), points);
                }
                default -> {
                    var attempt = 1 + random.nextInt(4);
                    assertThat(
                                    service.charge(
                                            booking.id(),
                                            booking.buyer(),
                                            attempt,
                                            booking.price()))
                            .as(step)
                            .isEqualTo(expected.charge(booking, attempt));
                }
            }
            assertThat(service.balance(booking.buyer()))
                    .as(step)
                    .isEqualTo(expected.balance(booking.buyer()));
            assertThat(service.state(booking.id())).as(step).isEqualTo(expected.state(booking));
        }
    }

    @Test
    void keepsTheBooksWhenCommandsRunAllAtOnce() {
        keepsTheBooks(COMMANDS);
    }

    @Test
    @Tag("thorough")
    void keepsTheBooksWhenThousandsOfCommandsRunAllAtOnce() {
        keepsTheBooks(COMMANDS_MAX);
    }

    private void keepsTheBooks(int commands) {
        var bookings = bookingsFor(commands);
        buyers.forEach(buyer -> service.topUp(buyer, 10_000));
        var runners = new ArrayList<Callable<Integer>>();
        for (var thread = 0; thread < THREADS; thread++) {
            var random = new Random(SEED + thread);
            runners.add(() -> runAtRandom(bookings, random, commands / THREADS));
        }
        assertThat(Racers.race(runners)).containsOnly(commands / THREADS);
        assertThat(buyers).allMatch(buyer -> service.balance(buyer) >= 0);
        bookings.forEach(booking -> service.reverse(booking.id(), booking.buyer()));
        assertThat(buyers).allMatch(buyer -> service.balance(buyer) == 10_000);
    }

    /** Few bookings at a time, so that the threads meet on them. */
    private int runAtRandom(List<Booking> bookings, Random random, int commands) {
        for (var count = 0; count < commands; count++) {
            var near = count * bookings.size() / commands;
            var booking = bookings.get(Math.min(near + random.nextInt(4), bookings.size() - 1));
            if (random.nextInt(5) == 0) {
                service.reverse(booking.id(), booking.buyer());
            } else {
                service.charge(
                        booking.id(), booking.buyer(), 1 + random.nextInt(4), booking.price());
            }
        }
        return commands;
    }
}
