package boxoffice.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import boxoffice.kernel.BookingId;
import boxoffice.kernel.BuyerId;
import boxoffice.testing.SqlServer;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;

/** What the database itself refuses, should a statement ever be wrong. */
@ParameterizedClass
@MethodSource("boxoffice.testing.Databases#all")
class SchemaIT {

    private final RunningService service;
    private final BuyerId mina;
    private final BookingId charged;

    SchemaIT(SqlServer server) {
        service = RunningService.on(server);
        mina = service.buyerWith("mina", 1_000);
        charged = service.booking();
        service.charge(charged, mina, 1, 300);
    }

    @AfterEach
    void theBooksBalance() {
        Books.balance(service);
    }

    @Test
    void refusesABalanceBelowZero() {
        assertRefused("update wallets set balance = -1 where buyer_id = ?", mina);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "state = 'PAID'",
                "state = 'OPEN'",
                "state = 'CHARGING'",
                "state = 'REVERSED'",
                "captured = 299",
                "captured = 600",
                "refunded = 301",
                "refunded = -1",
                "amount = 0",
                "amount = null",
                "currency = null",
                "currency = 'won'",
                "current_attempt = 0",
                "current_attempt = -1",
                "marked_by = 'kim'"
            })
    void refusesAPaymentThatCannotBe(String change) {
        assertRefused("update payments set " + change + " where booking_id = ?", charged);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "state = 'DECLINED'",
                "decline_reason = 'INSUFFICIENT_POINTS'",
                "state = 'TRIED'",
                "method = 'CASH'",
                "amount = 0",
                "attempt = 0"
            })
    void refusesAnAttemptThatCannotBe(String change) {
        assertRefused("update payment_attempts set " + change + " where booking_id = ?", charged);
    }

    @Test
    void refusesASecondCaptureOfOneBooking() {
        assertRefused(
                """
                insert into ledger_entries (idempotency_key, account, amount, currency, cause,
                    booking_id, created_at)
                select idempotency_key, account, amount, currency, cause, booking_id, created_at
                from ledger_entries where booking_id = ?
                """,
                charged);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update ledger_entries set amount = amount where booking_id = ?",
                "delete from ledger_entries where booking_id = ?",
                "delete from payments where booking_id = ?"
            })
    void letsTheServiceItselfChangeNothingThatIsInTheLedger(String statement) {
        assertThatThrownBy(() -> service.write(statement, charged.toString()))
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining("denied");
    }

    @Test
    void refusesAnEntryForABookingThatHasNoPayment() {
        assertRefused(
                """
                insert into ledger_entries (idempotency_key, account, amount, currency, cause,
                    booking_id, created_at)
                values ('charge/none', 'bookings', 1, 'KRW', 'BOOKING', ?, utc_timestamp(6))
                """,
                service.booking());
    }

    @Test
    void tellsBuyersApartByCase() {
        var loud = new BuyerId(mina.value().toUpperCase(Locale.ROOT));
        assertThat(service.number("select count(*) from wallets where buyer_id = ?", loud.value()))
                .isZero();
    }

    private void assertRefused(String statement, Object id) {
        assertThatThrownBy(() ->
                        service.transaction()
                                .executeWithoutResult(_ ->
                                        service.sql().sql(statement).param(id.toString()).update()))
                .isInstanceOf(DataAccessException.class)
                .hasMessageMatching(
                        "(?s).*(constraint|CONSTRAINT|Duplicate entry|cannot be null).*");
    }
}
