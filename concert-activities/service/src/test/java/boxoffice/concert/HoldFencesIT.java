package boxoffice.concert;

import static boxoffice.concert.House.booking;
import static boxoffice.concert.House.buyer;
import static org.assertj.core.api.Assertions.assertThat;

import boxoffice.concert.contract.HoldOutcome;
import boxoffice.concert.contract.SeatsHeld;
import boxoffice.concert.contract.SeatsRefused;
import boxoffice.concert.contract.SeatsRefused.Reason;
import boxoffice.concert.contract.SeatsReleased;
import boxoffice.kernel.Money;
import boxoffice.testing.SqlServer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What may come twice, late, in the wrong order or half: and changes nothing that it should not.
 */
@ParameterizedClass
@MethodSource("boxoffice.testing.Databases#all")
class HoldFencesIT {

    private final RunningService service;

    HoldFencesIT(SqlServer server) {
        service = RunningService.shared(server);
    }

    private House house(String... seatNos) {
        return new House(service, seatNos);
    }

    @Test
    void holdsTheSeatsAndTellsTheFactsOfTheSale() {
        var house = house("A-1", "A-2", "A-3");
        var startedAt = Instant.now();

        var outcome = house.holdStarted(booking(), buyer("mina"), startedAt, "A-3", "A-1");

        assertThat(outcome).isInstanceOf(SeatsHeld.class);
        var held = (SeatsHeld) outcome;
        assertThat(held.concertId().value()).isEqualTo("gala");
        assertThat(held.concertTitle()).isEqualTo("갈라");
        assertThat(held.promoterId().value()).isEqualTo("park");
        assertThat(held.venueName()).isEqualTo("한강홀");
        assertThat(held.startsAt()).isEqualTo(House.CONCERT);
        assertThat(held.seats())
                .containsExactly(
                        new SeatsHeld.HeldSeat("A-1", Money.won(110_000)),
                        new SeatsHeld.HeldSeat("A-3", Money.won(110_002)));
        assertThat(held.total()).isEqualTo(Money.won(220_002));
        assertThat(held.heldUntil())
                .isEqualTo(startedAt.truncatedTo(ChronoUnit.MICROS).plusSeconds(300));
        assertThat(house.seats()).isEqualTo("A-1:HELD A-2:FREE A-3:HELD");
    }

    @Test
    void givesTheSameHoldAgain() {
        var house = house("A-1");
        var booking = booking();
        var first = house.hold(booking, "A-1");

        assertThat(house.hold(booking, "A-1")).isEqualTo(first);
        assertThat(house.rows()).isEqualTo(1);
    }

    @Test
    void givesTheSameHoldAgainAfterItsTimeAndAfterTheSaleClosed() {
        var house = house("A-1");
        var booking = booking();
        var startedAt = Instant.now().minusSeconds(299);
        var first = house.holdStarted(booking, buyer("mina"), startedAt, "A-1");
        assertThat(first).isInstanceOf(SeatsHeld.class);
        house.writeWith(
                "update schedules set sale_closes_at = sale_opens_at + interval 1 second"
                        + " where schedule_id = ?",
                house.schedule.value());

        assertThat(house.holdStarted(booking, buyer("mina"), startedAt, "A-1")).isEqualTo(first);
    }

    @Test
    void refusesASeatThatIsHeld() {
        var house = house("A-1", "A-2");
        house.hold(booking(), "A-1");
        var late = booking();

        var outcome = house.hold(late, buyer("jun"), "A-1", "A-2");

        assertThat(outcome).isEqualTo(refused(Reason.SEATS_TAKEN, "A-1"));
        assertThat(house.row(late)).isEqualTo("RELEASED");
        assertThat(house.seats()).isEqualTo("A-1:HELD A-2:FREE");
    }

    @Test
    void refusesASeatThatIsSold() {
        var house = house("A-1");
        var booking = booking();
        house.hold(booking, "A-1");
        house.sell(booking, "A-1");

        assertThat(house.hold(booking(), "A-1")).isEqualTo(refused(Reason.SEATS_TAKEN, "A-1"));
    }

    @Test
    void repeatsARefusalThoughTheSeatIsFreeByNow() {
        var house = house("A-1");
        var first = booking();
        var second = booking();
        house.hold(first, "A-1");
        var refusal = house.hold(second, buyer("jun"), "A-1");
        house.release(first);

        assertThat(house.hold(second, buyer("jun"), "A-1")).isEqualTo(refusal);
        assertThat(house.release(second)).isEqualTo(new SeatsReleased());
        assertThat(house.hold(second, buyer("jun"), "A-1")).isEqualTo(refusal);
        assertThat(house.seats()).isEqualTo("A-1:FREE");
    }

    @Test
    void namesTheBuyersOwnLiveBooking() {
        var house = house("A-1", "A-2");
        var own = booking();
        house.hold(own, buyer("mina"), "A-2");
        var again = booking();
        var expected = new SeatsRefused(Reason.SEATS_TAKEN, List.of("A-2"), own, null);

        assertThat(house.hold(again, buyer("mina"), "A-1", "A-2")).isEqualTo(expected);
        assertThat(house.hold(again, buyer("mina"), "A-1", "A-2")).isEqualTo(expected);
        assertThat(house.hold(booking(), buyer("jun"), "A-2"))
                .isEqualTo(refused(Reason.SEATS_TAKEN, "A-2"));
    }

    @Test
    void doesNotNameTheBuyersOwnBookingThatIsSold() {
        var house = house("A-1");
        var own = booking();
        house.hold(own, "A-1");
        house.sell(own, "A-1");

        assertThat(house.hold(booking(), "A-1")).isEqualTo(refused(Reason.SEATS_TAKEN, "A-1"));
    }

    @Test
    void refusesBlockedAndUnknownSeatsAndHoldsNoneOfTheRest() {
        var house = house("A-1", "A-2", "A-3");
        house.block("A-2");

        assertThat(house.hold(booking(), "A-1", "A-2"))
                .isEqualTo(refused(Reason.SEATS_BLOCKED, "A-2"));
        assertThat(house.hold(booking(), "A-1", "A-2", "A-9", "가-1"))
                .isEqualTo(refused(Reason.UNKNOWN_SEATS, "A-9", "가-1"));
        assertThat(house.seats()).isEqualTo("A-1:FREE A-2:BLOCKED A-3:FREE");
    }

    @Test
    void seatsOfAnotherScheduleAreUnknown() {
        var house = house("A-1");
        var other = house("B-1");

        assertThat(house.hold(booking(), "B-1")).isEqualTo(refused(Reason.UNKNOWN_SEATS, "B-1"));
        assertThat(other.seats()).isEqualTo("B-1:FREE");
    }

    @Test
    void seatNumbersThatDifferInCaseAreDifferentSeats() {
        var house = house("A-1", "a-1");

        assertThat(house.hold(booking(), "a-1")).isInstanceOf(SeatsHeld.class);
        assertThat(house.seats()).isEqualTo("A-1:FREE a-1:HELD");
    }

    @Test
    void refusesAnUnknownScheduleForGood() {
        var house = house("A-1");
        var nowhere = new House(service);
        var booking = booking();
        house.writeWith("delete from schedules where schedule_id = ?", nowhere.schedule.value());

        assertThat(nowhere.hold(booking, "A-1")).isEqualTo(refused(Reason.UNKNOWN_SCHEDULE));
        assertThat(nowhere.hold(booking, "A-1")).isEqualTo(refused(Reason.UNKNOWN_SCHEDULE));
        assertThat(nowhere.release(booking)).isEqualTo(new SeatsReleased());
        assertThat(nowhere.row(booking)).isEqualTo("RELEASED");
    }

    @Test
    void refusesBeforeTheSaleOpensAndStaysWithItAfterwards() {
        var house = new House(service, Instant.now().plusSeconds(60), House.CONCERT, "A-1");
        var booking = booking();

        assertThat(house.hold(booking, "A-1")).isEqualTo(refused(Reason.SALE_NOT_OPEN));
        house.openNow();
        assertThat(house.hold(booking, "A-1")).isEqualTo(refused(Reason.SALE_NOT_OPEN));
        assertThat(house.hold(booking(), "A-1")).isInstanceOf(SeatsHeld.class);
    }

    @Test
    void refusesAfterTheSaleClosed() {
        var now = Instant.now();
        var house = new House(service, now.minusSeconds(60), now.minusSeconds(1), "A-1");

        assertThat(house.hold(booking(), "A-1")).isEqualTo(refused(Reason.SALE_CLOSED));
        assertThat(house.seats()).isEqualTo("A-1:FREE");
    }

    @Test
    void refusesAHoldWhoseTimeHasRunOut() {
        var house = house("A-1");
        var booking = booking();
        var longAgo = Instant.now().minusSeconds(301);

        assertThat(house.holdStarted(booking, buyer("mina"), longAgo, "A-1"))
                .isEqualTo(refused(Reason.EXPIRED));
        assertThat(house.row(booking)).isEqualTo("RELEASED");
        assertThat(house.seats()).isEqualTo("A-1:FREE");
    }

    private static HoldOutcome refused(Reason reason, String... seatNos) {
        return new SeatsRefused(reason, List.of(seatNos), null, null);
    }
}
