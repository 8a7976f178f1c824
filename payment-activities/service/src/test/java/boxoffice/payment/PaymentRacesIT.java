package boxoffice.payment;

import static org.assertj.core.api.Assertions.assertThat;

import boxoffice.payment.contract.ChargeOutcome;
import boxoffice.payment.contract.ChargeRefused;
import boxoffice.payment.contract.Charged;
import boxoffice.payment.contract.Declined;
import boxoffice.testing.SqlServer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** At the same moment, from several threads. */
@ParameterizedClass
@MethodSource("boxoffice.testing.Databases#all")
class PaymentRacesIT {

    private static final int ROUNDS = 50;

    private final RunningService service;

    PaymentRacesIT(SqlServer server) {
        service = RunningService.on(server);
    }

    @AfterEach
    void theBooksBalance() {
        Books.balance(service);
    }

    @Test
    void lets50ParallelPaymentsFromOneWalletTakeExactlyWhatItHolds() {
        var mina = service.buyerWith("mina", 1_999);
        var payments =
                IntStream.range(0, 50)
                        .<Callable<ChargeOutcome>>mapToObj(
                                _ -> () -> service.charge(service.booking(), mina, 1, 100))
                        .toList();
        var outcomes = Racers.race(payments);
        assertThat(outcomes).filteredOn(Charged.class::isInstance).hasSize(19);
        assertThat(outcomes).filteredOn(Declined.class::isInstance).hasSize(31);
        assertThat(service.balance(mina)).isEqualTo(99);
    }

    @Test
    void chargesOnceWhenTheSameAttemptRunsManyTimesAtOnce() {
        for (var round = 0; round < ROUNDS; round++) {
            var mina = service.buyerWith("mina", 1_000);
            var booking = service.booking();
            Callable<ChargeOutcome> charge = () -> service.charge(booking, mina, 1, 300);
            assertThat(Racers.race(Collections.nCopies(8, charge))).containsOnly(new Charged());
            assertThat(service.balance(mina)).isEqualTo(700);
        }
    }

    @Test
    void givesBackOnceWhenChargesAndReversalsRunAtOnce() {
        for (var round = 0; round < ROUNDS; round++) {
            var mina = service.buyerWith("mina", 1_000);
            var booking = service.booking();
            var runners = new ArrayList<Callable<Object>>();
            for (var attempt = 1; attempt <= 3; attempt++) {
                var number = attempt;
                runners.add(() -> service.charge(booking, mina, number, 300));
                runners.add(() -> service.reverse(booking, mina));
            }
            Collections.rotate(runners, round);
            assertThat(Racers.race(runners))
                    .filteredOn(ChargeOutcome.class::isInstance)
                    .allMatch(it -> it instanceof Charged || it instanceof ChargeRefused);
            assertThat(service.state(booking)).isEqualTo("REVERSED");
            assertThat(service.balance(mina)).isEqualTo(1_000);
        }
    }

    @Test
    void declinesNoAttemptThatALaterOneHasOvertaken() {
        for (var round = 0; round < ROUNDS; round++) {
            var mina = service.buyerWith("mina", 100);
            var booking = service.booking();
            var runners = new ArrayList<Callable<ChargeOutcome>>();
            for (var attempt : List.of(1, 2, 3, 1, 2, 3)) {
                runners.add(() -> service.charge(booking, mina, attempt, 300));
            }
            Racers.race(runners);
            assertThat(
                            service.number(
                                    "select current_attempt from payments where booking_id = ?",
                                    booking.toString()))
                    .isEqualTo(3);
            assertThat(service.balance(mina)).isEqualTo(100);
        }
    }
}
