package boxoffice.system;

import static org.assertj.core.api.Assertions.assertThat;

import boxoffice.local.system.Service;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The same key, the same answer: P5. */
class IdempotencyIT {

    private static final int TIMES = 20;

    @Test
    void givesOneBookingAndEqualAnswersToTheSameKeySentTwentyTimesAtOnce() {
        var buyer = Buyer.withPoints(1_000_000);
        var seats = Seats.inTheArena(2);
        var holdsBefore = rows("seat_holds", Service.CONCERT);
        var ordersBefore = rows("orders", Service.ORDER);

        Callable<Answer> book = () -> buyer.bookPatiently("same", Seats.ARENA, seats);
        var answers = AtOnce.run(Collections.nCopies(TIMES, book));
        var first = answers.getFirst().expect(201);
        assertThat(answers)
                .allSatisfy(answer -> {
                    answer.expect(201);
                    assertThat(answer.body()).isEqualTo(first.body());
                });
        assertThat(rows("seat_holds", Service.CONCERT)).isEqualTo(holdsBefore + 1);
        assertThat(rows("orders", Service.ORDER)).isEqualTo(ordersBefore + 1);

        var booking = first.text("bookingId");
        Callable<Answer> pay = () -> buyer.payPatiently(booking, "same");
        var payments = AtOnce.run(Collections.nCopies(TIMES, pay));
        var paid = payments.getFirst().expect(200);
        assertThat(payments).allSatisfy(answer -> assertThat(answer.body()).isEqualTo(paid.body()));
        assertThat(buyer.points()).isEqualTo(1_000_000 - 2 * Seats.ARENA_PRICE);

        // The workflow has closed, and its answers are kept.
        Books.balance();
        var late = AtOnce.run(Collections.nCopies(TIMES, book));
        assertThat(late).allSatisfy(answer -> assertThat(answer.body()).isEqualTo(first.body()));
        assertThat(buyer.payPatiently(booking, "same").body()).isEqualTo(paid.body());
    }

    @Test
    void refusesAnotherPayloadUnderTheSameKey() {
        var buyer = Buyer.withPoints(1_000_000);
        var seats = Seats.inTheArena(2);
        var booking = buyer.bookPatiently("k", Seats.ARENA, seats).expect(201).text("bookingId");
        var before = Sql.counts();
        var other = Seats.inTheArena(1);
        buyer.bookPatiently("k", Seats.ARENA, other).expectProblem(422, "idempotency-key-reused");
        buyer.bookPatiently("k", Seats.SHORT_HOLD, seats)
                .expectProblem(422, "idempotency-key-reused");
        buyer.bookPatiently("k", Seats.ARENA, seats.reversed()).expect(201);
        assertThat(Sql.counts()).isEqualTo(before);
        assertThat(Seats.state(Seats.ARENA, other.getFirst())).isEqualTo("FREE");

        buyer.cancelPatiently(booking, "c").expect(200);
        buyer.bookPatiently("k", Seats.ARENA, other).expectProblem(422, "idempotency-key-reused");
    }

    @Test
    void chargesOnceWhenTwoPaymentsComeAtOnce() throws Exception {
        var buyer = Buyer.withPoints(1_000_000);
        var booking =
                buyer.bookPatiently("k", Seats.ARENA, Seats.inTheArena(1))
                        .expect(201)
                        .text("bookingId");
        List<Answer> answers;
        // The charge waits for the wallet, so that the other payment surely meets it in flight.
        try (var wallet =
                Lock.on(
                        Service.PAYMENT,
                        "select * from wallets where buyer_id = ? for update",
                        buyer.name())) {
            var both =
                    AtOnce.run(
                            Stream.of("one", "two")
                                    .map(key -> (Callable<Answer>) () -> buyer.pay(booking, key))
                                    .toList());
            assertThat(both.stream().map(Answer::status))
                    .as("%s", both)
                    .containsExactlyInAnyOrder(202, 409);
            var loser = both.stream().filter(answer -> answer.status() == 409).toList();
            loser.getFirst().expectProblem(409, "payment-in-flight");
            buyer.cancel(booking, "c").expectProblem(409, "payment-in-flight");
            answers = both;
        }
        var winner = answers.getFirst().status() == 202 ? "one" : "two";
        buyer.payPatiently(booking, winner).expect(200);
        var late = buyer.payPatiently(booking, winner.equals("one") ? "two" : "one");
        late.expectProblem(409, "booking-confirmed");
        assertThat(buyer.points()).isEqualTo(1_000_000 - Seats.ARENA_PRICE);
        Books.balance();
    }

    private static long rows(String table, Service owner) {
        return Sql.number(owner, "select count(*) from " + table);
    }
}
