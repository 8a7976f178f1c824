package boxoffice.booking.saga;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import boxoffice.booking.contract.BookingStatus;
import boxoffice.booking.contract.CancelReason;
import boxoffice.booking.contract.PolicyLimit;
import boxoffice.kernel.Money;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Seats that the house chooses, and seats that are given away. */
class GivenSeatsTest extends OnStage {

    @Test
    void tellsWhichTheBestSeatsAreAndSellsThem() throws Exception {
        var ticket = stage.bookBest("k1", 2);
        var held = ticket.reserved();
        assertThat(held.seats()).extracting("seatNo").containsExactly("V-1-1", "V-1-2");
        ticket.pay();
        ticket.end();
        assertThat(ticket.rows()).isEqualTo(SOLD);
        assertThat(stage.town.seats).containsOnlyKeys("V-1-1", "V-1-2");
    }

    @Test
    void saysWhatCouldStillBeHadWhereTheBestAreNot() throws Exception {
        stage.bookBest("k1", 1).reserved();
        var refused = stage.bookBest("k2", 2).reserved();
        assertThat(refused.reason()).isEqualTo(CancelReason.NOT_TOGETHER);
        assertThat(refused.limit()).isEqualTo(new PolicyLimit("BestAvailable", 2, 1));
    }

    @Test
    void givesSeatsAwayWithoutAPaymentOrAPass() throws Exception {
        var ticket = stage.give("k1", "A-1-1", "A-1-2");
        var given = ticket.reserved();
        assertThat(given.status()).isEqualTo(BookingStatus.CONFIRMED);
        assertThat(given.total()).isEqualTo(Money.won(0));
        assertEnds(ticket, Ending.CONFIRMED_COMPLIMENTARY, "SOLD CONFIRMED none none");
        assertThat(faults.calls()).doesNotContain("charge", "takePass", "finishPass");
    }

    @Test
    void refusesToGiveAwayWhatSomebodyHas() throws Exception {
        stage.book("k1", "A-1-1").reserved();
        var ticket = stage.give("k2", "A-1-1");
        assertThat(ticket.reserved().reason()).isEqualTo(CancelReason.SEATS_TAKEN);
        assertEnds(ticket, Ending.REFUSED_COMPLIMENTARY, "RELEASED CANCELED none none");
    }

    @Test
    void settlesAGiftForAsLongAsItTakesAndLetsNobodyCancelItMeanwhile() throws Exception {
        faults.broken("confirmOrder");
        var ticket = stage.give("k1", "A-1-1");
        eventually(() -> faults.count("confirmOrder") > 0);
        assertThat(ticket.now().status()).isEqualTo(BookingStatus.PAYING);
        assertThatThrownBy(ticket::cancel).isNotNull();
        stage.pass(Duration.ofMinutes(6));
        faults.mend("confirmOrder");
        assertThat(ticket.end().status()).isEqualTo(BookingStatus.CONFIRMED);
    }

    @Test
    void takesAGiftBackWithoutARefund() throws Exception {
        var ticket = stage.give("k1", "A-1-1");
        ticket.end();
        var withdrawal = Withdrawal.of(stage, ticket.id, "c1");
        var end = withdrawal.end();
        assertThat(end.status()).isEqualTo(CancellationEnding.CANCELED_COMPLIMENTARY.status);
        assertThat(end.refund()).isEqualTo(Money.won(0));
        assertThat(ticket.rows()).isEqualTo("TAKEN BACK CONFIRMED none none");
        assertThat(stage.town.payment.refunds).isEmpty();
        CancellationEnding.CANCELED_COMPLIMENTARY.recordIfAsked(withdrawal);
    }
}
