package boxoffice.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import boxoffice.kernel.BookingId;
import boxoffice.kernel.BuyerId;
import boxoffice.payment.contract.Charged;
import boxoffice.testing.SqlServer;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.PessimisticLockingFailureException;

/** What ends before its commit has never been. */
@ParameterizedClass
@MethodSource("boxoffice.testing.Databases#all")
class PaymentCrashesIT {

    private final SqlServer server;
    private final RunningService service;
    private final BuyerId mina;
    private final BookingId booking;

    PaymentCrashesIT(SqlServer server) {
        this.server = server;
        service = RunningService.on(server);
        mina = service.buyerWith("mina", 1_000);
        booking = service.booking();
    }

    @AfterEach
    void theBooksBalance() {
        Books.balance(service);
    }

    @Test
    void aChargeThatIsLostBeforeItsCommitHasTakenNothing() {
        lose(() -> service.charge(booking, mina, 1, 300));
        assertThat(service.state(booking)).isEqualTo("none");
        assertThat(service.balance(mina)).isEqualTo(1_000);
        assertThat(service.charge(booking, mina, 1, 300)).isEqualTo(new Charged());
    }

    @Test
    void aDeclineThatIsLostBeforeItsCommitIsDecidedAnew() {
        lose(() -> service.charge(booking, mina, 1, 1_300));
        service.topUp(mina, 1_000);
        assertThat(service.charge(booking, mina, 1, 1_300)).isEqualTo(new Charged());
    }

    @Test
    void aReversalThatIsLostBeforeItsCommitLeavesTheChargeAsItWas() {
        service.charge(booking, mina, 1, 300);
        lose(() -> service.reverse(booking, mina));
        assertThat(service.state(booking)).isEqualTo("CHARGED");
        assertThat(service.balance(mina)).isEqualTo(700);
        service.reverse(booking, mina);
        assertThat(service.balance(mina)).isEqualTo(1_000);
    }

    /**
     * The lock wait of 3 s is well inside the activity's 10 s: the attempt fails, not the worker.
     */
    @Test
    void aWalletThatIsLockedFailsTheAttemptAndLeavesNothing() throws SQLException {
        var paid = service.booking();
        service.charge(paid, mina, 1, 300);
        try (var outside = server.admin();
                var lock = outside.createStatement()) {
            outside.setAutoCommit(false);
            lock.execute(
                    "update "
                            + service.schema()
                            + ".wallets set balance = balance where buyer_id = '"
                            + mina
                            + "'");
            assertThatThrownBy(() -> service.charge(booking, mina, 1, 300))
                    .isInstanceOf(PessimisticLockingFailureException.class);
            assertThatThrownBy(() -> service.reverse(paid, mina))
                    .isInstanceOf(PessimisticLockingFailureException.class);
            outside.rollback();
        }
        assertThat(service.state(booking)).isEqualTo("none");
        assertThat(service.state(paid)).isEqualTo("CHARGED");
        assertThat(service.charge(booking, mina, 1, 300)).isEqualTo(new Charged());
        service.reverse(paid, mina);
        assertThat(service.balance(mina)).isEqualTo(700);
    }

    private void lose(Runnable command) {
        service.transaction()
                .executeWithoutResult(transaction -> {
                    command.run();
                    transaction.setRollbackOnly();
                });
    }
}
