package boxoffice.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import boxoffice.local.system.Service;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A booking that really needs a person: its hold row was falsified by hand after the seats were
 * held, so that the sale is refused once the money is taken. It is found, reviewed and reversed
 * with the commands of the operators' page.
 */
class OperatorIT {

    private static final long POINTS = 1_000_000;

    @BeforeAll
    static void needsARealTemporal() {
        House.assumeRealTemporal();
    }

    @Test
    void reversesAParkedSaleByTheDocumentedSignal() throws Exception {
        reviewAndReverse("temporal-signal");
    }

    @Test
    void reversesAParkedSaleByTheDocumentedSignalWithTctl() throws Exception {
        assumeThat(Commands.isOnPath("tctl"))
                .as("tctl is not on the PATH: it is past its end of support")
                .isTrue();
        reviewAndReverse("tctl-signal");
    }

    private static void reviewAndReverse(String command) throws Exception {
        var buyer = Buyer.withPoints(POINTS);
        var booking = parkedAtTheSale(buyer);

        Wait.until(
                Duration.ofSeconds(30),
                () -> assertThat(Workflows.find("NeedsOperator = true")).contains(booking));
        assertThat(Commands.run(Commands.documented("temporal-list"))).contains(booking);
        assertThat(details(booking)).contains("`sellSeats`").contains("park 1");
        assertThat(buyer.booking(booking).text("status")).isEqualTo("PAYING");
        assertThat(buyer.points()).isEqualTo(POINTS - Seats.ARENA_PRICE);

        for (var wrong :
                List.of(
                        decision("sellSeats", 2, "reverse", "kim"),
                        decision("confirmOrder", 1, "reverse", "kim"),
                        decision("sellSeats", 1, "skip", "kim"),
                        decision("sellSeats", 1, "reverse", ""))) {
            send(command, booking, wrong);
        }
        Wait.until(
                Duration.ofSeconds(10),
                () -> assertThat(details(booking).split("operator dropped", -1)).hasSize(5));
        assertThat(buyer.booking(booking).text("status")).isEqualTo("PAYING");
        assertThat(buyer.points()).isEqualTo(POINTS - Seats.ARENA_PRICE);

        send(command, booking, decision("sellSeats", 1, "reverse", "kim"));
        Wait.until(
                Duration.ofSeconds(30),
                () ->
                        assertThat(buyer.booking(booking).text("reason"))
                                .isEqualTo("PAYMENT_REVERSED"));
        Books.balanceWhenAllHasEnded();
        assertThat(Rows.of(booking))
                .isEqualTo(new Rows("RELEASED", "CANCELED", "BACK", "REVERSED"));
        assertThat(buyer.points()).isEqualTo(POINTS);
        assertThat(buyer.order(booking).text("reason")).isEqualTo("PAYMENT_REVERSED");
        Wait.until(
                Duration.ofSeconds(10),
                () -> assertThat(Workflows.find("NeedsOperator = true")).doesNotContain(booking));
        buyer.payPatiently(booking, "pay").expectProblem(409, "payment-reversed");
    }

    private static String parkedAtTheSale(Buyer buyer) {
        var seats = Seats.inTheArena(1);
        var booking = buyer.bookPatiently("k", Seats.ARENA, seats).expect(201).text("bookingId");
        Sql.update(
                Service.CONCERT,
                "update seats set state = 'FREE', booking_id = null where booking_id = ?",
                booking);
        Sql.update(
                Service.CONCERT,
                """
                update seat_holds set state = 'RELEASED', released_at = utc_timestamp(6)
                where booking_id = ?
                """,
                booking);
        buyer.pay(booking, "pay").expect(202);
        return booking;
    }

    private static String decision(String step, int park, String action, String by) {
        return """
        {"step": "%s", "park": %d, "action": "%s", "by": "%s", "reason": "seats were free"}\
        """
                .formatted(step, park, action, by);
    }

    private static void send(String command, String booking, String json)
            throws IOException, InterruptedException {
        Commands.run(
                Commands.documented(command)
                        .replace("WORKFLOW_ID", "booking/" + booking)
                        .replace("JSON", json));
    }

    /** What the Web UI shows as the workflow's current details. */
    private static String details(String booking) {
        return House.system()
                .temporal()
                .cli(
                        List.of(
                                "workflow",
                                "metadata",
                                "--workflow-id",
                                "booking/" + booking,
                                "--output",
                                "json"));
    }
}
