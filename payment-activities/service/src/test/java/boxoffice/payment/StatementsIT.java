package boxoffice.payment;

import static org.assertj.core.api.Assertions.assertThat;

import boxoffice.kernel.BookingId;
import boxoffice.kernel.BuyerId;
import boxoffice.testing.SqlServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** What each command costs the database, beside its commit. */
@ParameterizedClass
@MethodSource("boxoffice.testing.Databases#all")
class StatementsIT {

    private final RunningService service;
    private final BuyerId mina;
    private final BookingId booking;

    StatementsIT(SqlServer server) {
        service = RunningService.on(server);
        mina = service.buyerWith("mina", 1_000);
        booking = service.booking();
    }

    @Test
    void aChargeWritesEachOfItsTablesOnce() {
        assertThat(service.statementsOf(() -> service.charge(booking, mina, 1, 300)))
                .containsExactly(
                        "insert into payments",
                        "update payments p",
                        "insert into payment_attempts",
                        "insert into ledger_entries");
    }

    @Test
    void aDeclineIsFourWrites() {
        assertThat(service.statementsOf(() -> service.charge(booking, mina, 1, 1_300)))
                .containsExactly(
                        "insert into payments",
                        "update payments p",
                        "update payments set",
                        "insert into payment_attempts");
    }

    @Test
    void anUndoWithNothingToGiveBackIsOneWriteAndOneRead() {
        assertThat(service.statementsOf(() -> service.reverse(booking, mina)))
                .containsExactly("insert into payments", "select p.booking_id, p.buyer_id,");
        var declined = service.booking();
        service.charge(declined, mina, 1, 1_300);
        assertThat(service.statementsOf(() -> service.reverse(declined, mina))).hasSize(2);
    }

    @Test
    void anUndoOfACharge() {
        service.charge(booking, mina, 1, 300);
        assertThat(service.statementsOf(() -> service.reverse(booking, mina)))
                .containsExactly(
                        "insert into payments",
                        "select p.booking_id, p.buyer_id,",
                        "update wallets set",
                        "insert into ledger_entries",
                        "update payments set");
    }
}
