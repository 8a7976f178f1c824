package boxoffice.system;

import static org.assertj.core.api.Assertions.assertThat;

import boxoffice.local.system.Service;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** One booking that ends well and one that does not, as REST and as the databases tell it. */
class BookingIT {

    @Test
    void sellsTheSeatsThatABuyerHoldsAndPays() {
        var mina = Buyer.withPoints(1_000_000);
        var seats = Seats.inTheArena(2);

        var held = mina.bookPatiently("first", Seats.ARENA, seats).expect(201);
        var booking = held.text("bookingId");
        assertThat(booking).isEqualTo(mina.idOf("first"));
        assertThat(held.text("status")).isEqualTo("AWAITING_PAYMENT");
        assertThat(held.header("Location")).endsWith("/api/bookings/" + booking);
        assertThat(Rows.of(booking)).isEqualTo(new Rows("HELD", "PENDING", "TAKEN", "none"));
        assertThat(mina.points()).isEqualTo(1_000_000);

        var paid = mina.payPatiently(booking, "pay").expect(200);
        assertThat(paid.text("status")).isEqualTo("CONFIRMED");
        assertThat(paid.text("orderId")).isEqualTo(booking);

        var total = 2 * Seats.ARENA_PRICE;
        assertThat(mina.booking(booking).expect(200).text("status")).isEqualTo("CONFIRMED");
        var order = mina.order(booking).expect(200);
        assertThat(order.text("state")).isEqualTo("CONFIRMED");
        assertThat(order.body().path("total").path("amount").asLong()).isEqualTo(total);
        assertThat(order.body().path("lines")).hasSize(2);
        assertThat(mina.points()).isEqualTo(1_000_000 - total);
        assertThat(Rows.of(booking)).isEqualTo(Rows.SOLD);
        assertThat(seats)
                .allSatisfy(seat -> assertThat(Seats.state(Seats.ARENA, seat)).isEqualTo("SOLD"));
        Books.balance();
    }

    @Test
    void leavesNothingBehindWhenThePaymentIsDeclinedAndTheHoldRunsOut() {
        var hyun = Buyer.called("hyun");
        var seats = Seats.withAShortHold(2);
        var ledgerBefore = ledgerOf(hyun);

        var held = hyun.bookPatiently("poor", Seats.SHORT_HOLD, seats).expect(201);
        var booking = held.text("bookingId");
        var declined = hyun.payPatiently(booking, "pay").expectProblem(402, "payment-declined");
        assertThat(declined.text("reason")).isEqualTo("INSUFFICIENT_POINTS");
        assertThat(declined.body().path("mayRetry").asBoolean()).isTrue();
        assertThat(Rows.of(booking)).isEqualTo(new Rows("HELD", "PENDING", "TAKEN", "OPEN"));

        Wait.until(
                Duration.ofSeconds(40),
                () ->
                        assertThat(hyun.booking(booking).text("status"))
                                .as("hold of 8 s")
                                .isEqualTo("CANCELED"));
        assertThat(hyun.booking(booking).text("reason")).isEqualTo("EXPIRED");
        Wait.until(
                Duration.ofSeconds(10),
                () ->
                        assertThat(Rows.of(booking))
                                .isEqualTo(new Rows("RELEASED", "CANCELED", "BACK", "REVERSED")));
        var order = hyun.order(booking).expect(200);
        assertThat(order.text("state")).isEqualTo("CANCELED");
        assertThat(order.text("reason")).isEqualTo("EXPIRED");
        assertThat(hyun.points()).isZero();
        assertThat(ledgerOf(hyun)).isEqualTo(ledgerBefore);
        assertThat(Rows.seatsOf(booking)).isZero();
        assertThat(seats)
                .allSatisfy(
                        seat -> assertThat(Seats.state(Seats.SHORT_HOLD, seat)).isEqualTo("FREE"));

        // What is free again can be sold, to somebody who has the points.
        var next = Buyer.withPoints(1_000_000);
        var again = next.bookPatiently("again", Seats.SHORT_HOLD, seats).expect(201);
        next.payPatiently(again.text("bookingId"), "pay").expect(200);
        hyun.pay(booking, "late").expectProblem(409, "booking-expired");
        Books.balance();
    }

    private static long ledgerOf(Buyer buyer) {
        return Sql.number(
                Service.PAYMENT,
                "select count(*) from ledger_entries where account = ?",
                "wallet:" + buyer.name());
    }
}
