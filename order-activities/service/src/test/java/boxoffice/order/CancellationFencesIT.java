package boxoffice.order;

import static boxoffice.order.OneBooking.BOOKED_AT;
import static boxoffice.order.OneBooking.STARTS_AT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import boxoffice.kernel.BuyerId;
import boxoffice.kernel.Money;
import boxoffice.kernel.ScheduleId;
import boxoffice.order.contract.ClaimLines.Cause;
import boxoffice.order.contract.ClaimOutcome;
import boxoffice.order.contract.ClaimRefused;
import boxoffice.order.contract.ClaimRefused.Reason;
import boxoffice.order.contract.ClaimedLine;
import boxoffice.order.contract.CloseRefused;
import boxoffice.order.contract.LinesClaimed;
import boxoffice.order.contract.LinesClosed;
import boxoffice.testing.SqlServer;
import boxoffice.testing.service.AtOnce;
import boxoffice.testing.service.ServiceUnderTest;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataAccessException;

/** Claims and their ends: repeated, overlapping, many at once. */
@ParameterizedClass
@MethodSource("boxoffice.testing.Databases#all")
class CancellationFencesIT {

    private static final int CLAIMS = 20;
    private static final String BOTH = "A-1-12:%s A-1-9:%s";

    private final ServiceUnderTest service;
    private final OneBooking booking;

    CancellationFencesIT(SqlServer server) {
        service = ServiceUnderTest.shared(OrderService.class, server);
        booking = confirmed();
    }

    private OneBooking confirmed() {
        var one = new OneBooking(service, "mina");
        one.open();
        one.confirm();
        return one;
    }

    private static ClaimRefused refused(Reason reason, String... seatNos) {
        return new ClaimRefused(reason, List.of(seatNos), null);
    }

    private static Instant daysBefore(int days) {
        return STARTS_AT.minus(Duration.ofDays(days));
    }

    @Test
    void fixesFeeAndRefundWithTheClaim() {
        assertThat(booking.claim("c1", daysBefore(9), null, "A-1-12"))
                .isEqualTo(
                        new LinesClaimed(
                                new ScheduleId("winter-serenade-1"),
                                List.of(
                                        new ClaimedLine(
                                                "A-1-12", Money.won(110_000), Money.won(11_000))),
                                Money.won(99_000),
                                Money.won(11_000),
                                "hash of c1"));
        assertThat(booking.lineStates()).isEqualTo(BOTH.formatted("CLAIMED", "CONFIRMED"));
        assertThat(booking.cancellations()).containsExactly("c1:CLAIMED:99000:11000");
    }

    @Test
    void givesTheSameAnswerAgainWhateverTheFeeIsByThen() {
        var first = booking.claim("c1", daysBefore(9), null, "A-1-12");
        assertThat(booking.claim("c1", daysBefore(1), null, "A-1-12")).isEqualTo(first);
        assertThat(booking.claim("c1", daysBefore(0), Money.won(1), "A-1-9")).isEqualTo(first);
        booking.close("c1");
        assertThat(booking.claim("c1", daysBefore(9), null, "A-1-12")).isEqualTo(first);
        assertThat(booking.cancellations()).containsExactly("c1:CLOSED:99000:11000");
    }

    @Test
    void claimsAllThatIsLeftWhereNoLineIsNamed() {
        booking.claim("c1", "A-1-12");
        var rest = (LinesClaimed) booking.claim("c2");
        assertThat(rest.lines()).extracting(ClaimedLine::seatNo).containsExactly("A-1-9");
        assertThat(rest.refund()).isEqualTo(Money.won(90_000));
        assertThat(booking.claim("c3")).isEqualTo(refused(Reason.ALREADY_CANCELED));
        assertThat(booking.lineStates()).isEqualTo(BOTH.formatted("CLAIMED", "CLAIMED"));
    }

    @Test
    void refusesAnOverlappingClaimAsAWhole() {
        booking.claim("c1", "A-1-12");
        assertThat(booking.claim("c2", "A-1-9", "A-1-12"))
                .isEqualTo(refused(Reason.ALREADY_CANCELED, "A-1-12"));
        assertThat(booking.lineStates()).isEqualTo(BOTH.formatted("CLAIMED", "CONFIRMED"));
        booking.close("c1");
        assertThat(booking.claim("c2", "A-1-9", "A-1-12"))
                .isEqualTo(refused(Reason.ALREADY_CANCELED, "A-1-12"));
        assertThat(booking.cancellations()).hasSize(1);
    }

    @Test
    void closesOnceAndOnlyItsOwnLines() {
        booking.claim("c1", "A-1-12");
        booking.claim("c2", "A-1-9");
        assertThat(booking.close("c1")).isEqualTo(new LinesClosed());
        assertThat(booking.close("c1")).isEqualTo(new LinesClosed());
        assertThat(booking.lineStates()).isEqualTo(BOTH.formatted("CANCELED", "CLAIMED"));
        assertThat(booking.close("c3")).isInstanceOf(CloseRefused.class);
    }

    @Test
    void tellsTheNewQuoteWhereTheOldOneIsNoLongerTrue() {
        var free = Money.won(0);
        var refusal = (ClaimRefused) booking.claim("c1", daysBefore(9), free, "A-1-12");
        assertThat(refusal.reason()).isEqualTo(Reason.QUOTE_CHANGED);
        var quote = Objects.requireNonNull(refusal.quote());
        assertThat(quote.fee()).isEqualTo(Money.won(11_000));
        assertThat(quote.refund()).isEqualTo(Money.won(99_000));
        assertThat(quote.validUntil()).isEqualTo(Instant.parse("2026-12-17T15:00:00Z"));
        assertThat(booking.cancellations()).isEmpty();
        assertThat(booking.claim("c2", daysBefore(9), quote.fee(), "A-1-12"))
                .isInstanceOf(LinesClaimed.class);
    }

    @Test
    void refusesOnTheDayOfTheConcertUnlessThePromoterCancels() {
        assertThat(booking.claim("c1", daysBefore(0).minusSeconds(1), null))
                .isEqualTo(refused(Reason.TOO_LATE));
        var mina = new BuyerId("mina");
        var claimed =
                (LinesClaimed)
                        booking.claim(
                                mina, "c2", STARTS_AT.plusSeconds(60), null, Cause.BY_PROMOTER);
        assertThat(claimed.fee()).isEqualTo(Money.won(0));
        assertThat(claimed.refund()).isEqualTo(Money.won(200_000));
    }

    @Test
    void refusesWhatIsUnknownAnothersOrNotPaid() {
        assertThat(booking.claim("c1", "A-1-12", "Z-9-9"))
                .isEqualTo(refused(Reason.UNKNOWN_LINES, "Z-9-9"));
        var jun = new BuyerId("jun");
        assertThat(booking.claim(jun, "c1", BOOKED_AT, null, Cause.BY_BUYER))
                .isEqualTo(refused(Reason.UNKNOWN_ORDER));
        var unpaid = new OneBooking(service, "mina");
        assertThat(unpaid.claim("c1")).isEqualTo(refused(Reason.UNKNOWN_ORDER));
        unpaid.open();
        assertThat(unpaid.claim("c1")).isEqualTo(refused(Reason.NOT_CONFIRMED));
        unpaid.cancel();
        assertThat(unpaid.claim("c1")).isEqualTo(refused(Reason.NOT_CONFIRMED));
        assertThat(booking.lineStates()).isEqualTo(BOTH.formatted("CONFIRMED", "CONFIRMED"));
    }

    @Test
    void saysThatNoRetryCanHelpAMalformedClaim() {
        for (var bad :
                List.<Runnable>of(
                        () -> booking.claim("c1", "A-1-12", "A-1-12"),
                        () -> booking.claim(" "),
                        () -> booking.claim("c".repeat(41)))) {
            assertThatExceptionOfType(ApplicationFailure.class)
                    .isThrownBy(bad::run)
                    .matches(ApplicationFailure::isNonRetryable);
        }
    }

    @Test
    void oneOfTwentyClaimsOnTheSameLinesWins() {
        var claims =
                AtOnce.run(
                        IntStream.range(0, CLAIMS)
                                .<Callable<ClaimOutcome>>mapToObj(n -> () -> booking.claim("c" + n))
                                .toArray(CancellationFencesIT::callables));
        assertThat(claims).filteredOn(LinesClaimed.class::isInstance).hasSize(1);
        assertThat(claims).filteredOn(ClaimRefused.class::isInstance).hasSize(CLAIMS - 1);
        assertThat(booking.cancellations()).hasSize(1);
    }

    @Test
    void theSameClaimTwentyTimesAtOnceIsOneClaim() {
        var claims =
                AtOnce.run(
                        Stream.<Callable<ClaimOutcome>>generate(() -> () -> booking.claim("c1"))
                                .limit(CLAIMS)
                                .toArray(CancellationFencesIT::callables));
        assertThat(claims).hasOnlyElementsOfType(LinesClaimed.class);
        assertThat(claims.stream().distinct()).hasSize(1);
        assertThat(booking.cancellations()).hasSize(1);
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // An array of a generic type cannot be made.
    private static Callable<ClaimOutcome>[] callables(int count) {
        return (Callable<ClaimOutcome>[]) new Callable[count];
    }

    @Test
    void leavesNothingWhenItCrashesBeforeTheCommit() {
        service.inATransactionThatIsLost(() -> booking.claim("c1"));
        assertThat(booking.cancellations()).isEmpty();
        assertThat(booking.lineStates()).isEqualTo(BOTH.formatted("CONFIRMED", "CONFIRMED"));
        booking.claim("c1");
        service.inATransactionThatIsLost(() -> booking.close("c1"));
        assertThat(booking.lineStates()).isEqualTo(BOTH.formatted("CLAIMED", "CLAIMED"));
        assertThat(booking.close("c1")).isEqualTo(new LinesClosed());
    }

    @Test
    void keepsWhatTheBookingWasConfirmedWith() {
        booking.claim("c1", "A-1-12");
        booking.close("c1");
        var row = booking.row();
        booking.confirm();
        booking.cancel();
        assertThat(booking.row()).isEqualTo(row);
        assertThat(booking.lineStates()).isEqualTo(BOTH.formatted("CANCELED", "CONFIRMED"));
    }

    @Test
    void asksTheDatabaseAsLittleAsTheShapeAllows() {
        assertThat(service.statementsOf(() -> booking.claim("c1"))).hasSize(6);
        assertThat(service.statementsOf(() -> booking.close("c1"))).hasSize(2);
    }

    @Test
    void theDatabaseItselfRefusesRowsThatCannotBe() {
        booking.claim("c1", "A-1-12");
        assertRefusedByTheDatabase("update cancellations set state = 'OPEN' where booking_id = ?");
        assertRefusedByTheDatabase("update cancellations set fee = -1 where booking_id = ?");
        assertRefusedByTheDatabase(
                "update cancellations set state = 'CLOSED' where booking_id = ?");
        assertRefusedByTheDatabase("delete from cancellations where booking_id = ?");
        assertRefusedByTheDatabase("update order_lines set state = 'LOST' where order_id = ?");
        assertRefusedByTheDatabase("update order_lines set fee = price + 1 where order_id = ?");
        assertRefusedByTheDatabase(
                "update order_lines set cancellation_id = 'none' where order_id = ?");
        assertRefusedByTheDatabase("update orders set fee_policy = '{' where booking_id = ?");
        assertRefusedByTheDatabase("update orders set booked_at = null where booking_id = ?");
    }

    private void assertRefusedByTheDatabase(String statement) {
        assertThatThrownBy(() -> service.write(statement, booking.id()))
                .isInstanceOf(DataAccessException.class);
    }
}
