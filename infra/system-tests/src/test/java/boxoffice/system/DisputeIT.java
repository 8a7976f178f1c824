package boxoffice.system;

import static org.assertj.core.api.Assertions.assertThat;

import boxoffice.local.system.Service;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A buyer's bank takes the money of a confirmed booking back, and decides. */
class DisputeIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String CARD =
            "{\"method\": \"CARD\", \"paymentMethodId\": \"pm_sandbox_disputed\"}";

    private final Buyer mina = Buyer.withPoints(0);

    @BeforeAll
    static void needsARealTemporal() {
        House.assumeRealTemporal();
    }

    /** Sold to somebody whose bank disputes it, and shown so. */
    private String disputed() {
        var booking =
                mina.bookPatiently("k", Seats.ARENA, Seats.inTheArena(1))
                        .expect(201)
                        .text("bookingId");
        mina.payPatiently(booking, "pay", CARD).expect(200);
        awaitOnOrder(booking, "OPEN");
        return booking;
    }

    private void awaitOnOrder(String booking, String state) {
        Wait.until(
                SOON,
                () -> {
                    var shown = mina.order(booking).expect(200).body().path("disputes").path(0);
                    assertThat(shown.path("state").asString("none")).isEqualTo(state);
                    assertThat(shown.path("amount").path("amount").asLong())
                            .isEqualTo(Seats.ARENA_PRICE);
                });
    }

    private static void awaitNeedsOperator(String booking, String dispute, boolean needed) {
        var found = booking + "/dispute/" + dispute;
        Wait.until(
                SOON,
                () ->
                        assertThat(Workflows.find("NeedsOperator = true").contains(found))
                                .isEqualTo(needed));
    }

    private static long chargedBack(String booking) {
        return Sql.number(
                Service.PAYMENT, "select charged_back from payments where booking_id = ?", booking);
    }

    private static String documented(String command, String booking, String dispute)
            throws Exception {
        return Commands.documented(command)
                .replace("BOOKING_ID", booking)
                .replace("DISPUTE_ID", dispute);
    }

    @Test
    void isShownAndBarsACancellationAndIsBookedWhenItIsLost() throws Exception {
        var booking = disputed();
        var dispute = Provider.disputeOf(booking);
        awaitNeedsOperator(booking, dispute, true);
        assertThat(Commands.run(Commands.documented("temporal-list"))).contains(dispute);

        mina.cancelPatiently(booking, "c1").expectProblem(409, "order-disputed");
        mina.get("/api/bookings/" + booking + "/cancellation-quote")
                .expectProblem(409, "order-disputed");
        assertThat(Rows.of(booking)).isEqualTo(Rows.SOLD);

        Commands.run(documented("temporal-acknowledge", booking, dispute));
        awaitNeedsOperator(booking, dispute, false);
        awaitOnOrder(booking, "OPEN");
        assertThat(chargedBack(booking)).isZero();

        Provider.decide(dispute, "lost");
        awaitOnOrder(booking, "LOST");
        assertThat(chargedBack(booking)).isEqualTo(Seats.ARENA_PRICE);
        mina.cancelPatiently(booking, "c2").expectProblem(409, "order-disputed");

        // Started by hand after its end it meets rows that are final.
        Wait.until(
                SOON,
                () ->
                        assertThat(Commands.run(documented("temporal-dispute", booking, dispute)))
                                .contains(dispute));
        awaitOnOrder(booking, "LOST");
        assertThat(chargedBack(booking)).isEqualTo(Seats.ARENA_PRICE);
        Books.balance();
    }

    @Test
    void leavesTheOrderAsItWasWhenItIsWon() {
        var booking = disputed();
        Provider.decide(Provider.disputeOf(booking), "won");
        awaitOnOrder(booking, "WON");
        assertThat(chargedBack(booking)).isZero();
        mina.cancelPatiently(booking, "c1").expect(200);
        assertThat(Rows.of(booking)).isEqualTo(Rows.GIVEN_BACK);
        assertThat(Provider.kept()).doesNotContainKey("booking/" + booking);
        Books.balance();
    }
}
