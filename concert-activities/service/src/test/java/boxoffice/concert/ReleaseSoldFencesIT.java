package boxoffice.concert;

import static boxoffice.concert.House.booking;
import static boxoffice.concert.House.buyer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import boxoffice.concert.contract.AlreadySold;
import boxoffice.concert.contract.NothingSold;
import boxoffice.concert.contract.SeatsHeld;
import boxoffice.concert.contract.SeatsRefused;
import boxoffice.concert.contract.SeatsReleased;
import boxoffice.concert.contract.SellRefused;
import boxoffice.concert.contract.SoldReleased;
import boxoffice.kernel.BookingId;
import boxoffice.kernel.FeePolicy;
import boxoffice.testing.SqlServer;
import boxoffice.testing.service.AtOnce;
import io.temporal.failure.ApplicationFailure;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Seats that come back out of a sale: once, by seat and owner, and free for others. */
@ParameterizedClass
@MethodSource("boxoffice.testing.Databases#all")
class ReleaseSoldFencesIT {

    private final RunningService service;
    private final House house;
    private final BookingId sold = booking();

    ReleaseSoldFencesIT(SqlServer server) {
        service = RunningService.shared(server);
        house = new House(service, "A-1", "A-2", "A-3");
        house.hold(sold, "A-1", "A-2");
        house.sell(sold, "A-1", "A-2");
    }

    @Test
    void freesSomeAndStaysSoldForTheRest() {
        assertThat(house.releaseSold(sold, "A-1")).isEqualTo(new SoldReleased());
        assertThat(house.seats()).isEqualTo("A-1:FREE A-2:SOLD A-3:FREE");
        assertThat(house.row(sold)).isEqualTo("SOLD");
        assertThat(house.ownedBy(sold)).isEqualTo(1);
    }

    @Test
    void isReleasedWithTheLastSeat() {
        house.releaseSold(sold, "A-1");
        assertThat(house.releaseSold(sold, "A-2")).isEqualTo(new SoldReleased());
        assertThat(house.row(sold)).isEqualTo("RELEASED");
        assertThat(house.seats()).isEqualTo("A-1:FREE A-2:FREE A-3:FREE");
        assertThat(house.releaseSold(sold, "A-1", "A-2")).isEqualTo(new SoldReleased());
    }

    @Test
    void doesNothingAgainThoughAnotherHasTheSeatByThen() {
        house.releaseSold(sold, "A-1");
        var next = booking();
        assertThat(house.hold(next, buyer("jun"), "A-1")).isInstanceOf(SeatsHeld.class);
        assertThat(house.releaseSold(sold, "A-1")).isEqualTo(new SoldReleased());
        assertThat(house.seats()).isEqualTo("A-1:HELD A-2:SOLD A-3:FREE");
        house.sell(next, "A-1");
        assertThat(house.releaseSold(sold, "A-1")).isEqualTo(new SoldReleased());
        assertThat(house.ownedBy(next)).isEqualTo(1);
        assertThat(house.seats()).isEqualTo("A-1:SOLD A-2:SOLD A-3:FREE");
    }

    @Test
    void takesNothingFromAHoldOrFromNobody() {
        var held = booking();
        house.hold(held, "A-3");
        assertThat(house.releaseSold(held, "A-3")).isInstanceOf(NothingSold.class);
        assertThat(house.seats()).isEqualTo("A-1:SOLD A-2:SOLD A-3:HELD");
        house.release(held);
        assertThat(house.releaseSold(held, "A-3")).isInstanceOf(NothingSold.class);
        assertThat(house.releaseSold(booking(), "A-1")).isInstanceOf(NothingSold.class);
        assertThat(house.seats()).isEqualTo("A-1:SOLD A-2:SOLD A-3:FREE");
    }

    @Test
    void lateStepsOfTheSagaFindWhatIsLeftAndChangeNothing() {
        house.releaseSold(sold, "A-1");
        assertThat(house.sell(sold, "A-1", "A-2")).isInstanceOf(SellRefused.class);
        var late = (AlreadySold) house.release(sold);
        assertThat(late.sale().seats())
                .extracting(SeatsHeld.HeldSeat::seatNo)
                .containsExactly("A-2");
        assertThat(house.hold(sold, "A-1", "A-2")).isInstanceOf(AlreadySold.class);
        house.releaseSold(sold, "A-2");
        assertThat(house.release(sold)).isEqualTo(new SeatsReleased());
        assertThat(house.hold(sold, "A-1", "A-2")).isInstanceOf(SeatsRefused.class);
        assertThat(house.sell(sold, "A-1", "A-2")).isInstanceOf(SellRefused.class);
        assertThat(house.seats()).isEqualTo("A-1:FREE A-2:FREE A-3:FREE");
    }

    @Test
    void freesEachSeatOnceHoweverManyAskAtOnce() {
        for (var round = 0; round < 20; round++) {
            var one = new House(service, "A-1", "A-2");
            var id = booking();
            one.hold(id, "A-1", "A-2");
            one.sell(id, "A-1", "A-2");
            assertThat(
                            AtOnce.run(
                                    () -> one.releaseSold(id, "A-1"),
                                    () -> one.releaseSold(id, "A-2", "A-1"),
                                    () -> one.releaseSold(id, "A-2"),
                                    () -> one.releaseSold(id, "A-1", "A-2")))
                    .containsOnly(new SoldReleased());
            assertThat(one.row(id)).isEqualTo("RELEASED");
            assertThat(one.seats()).isEqualTo("A-1:FREE A-2:FREE");
        }
    }

    @Test
    void aCrashInTheMiddleLeavesNothing() {
        house.inTransactionThatRollsBack(() -> house.releaseSold(sold, "A-1", "A-2"));
        assertThat(house.row(sold)).isEqualTo("SOLD");
        assertThat(house.seats()).isEqualTo("A-1:SOLD A-2:SOLD A-3:FREE");
    }

    @Test
    void saysThatNoRetryCanHelpAMalformedCommand() {
        assertThatExceptionOfType(ApplicationFailure.class)
                .isThrownBy(() -> house.releaseSold(sold))
                .matches(ApplicationFailure::isNonRetryable);
        assertThatExceptionOfType(ApplicationFailure.class)
                .isThrownBy(() -> house.releaseSold(sold, "A-1", "A-1"))
                .matches(ApplicationFailure::isNonRetryable);
    }

    @Test
    void aHoldCarriesItsSchedulesFeePolicyAndTheVenuesZone() {
        var held = (SeatsHeld) house.hold(booking(), "A-3");
        assertThat(held.feePolicy())
                .isEqualTo(
                        new FeePolicy(
                                "standard",
                                1,
                                ZoneId.of("Asia/Seoul"),
                                List.of(
                                        new FeePolicy.Tier(1, 0, 0, null),
                                        new FeePolicy.Tier(10, 7, 0, null),
                                        new FeePolicy.Tier(10, null, 10, 4_000L),
                                        new FeePolicy.Tier(7, null, 10, null),
                                        new FeePolicy.Tier(3, null, 20, null),
                                        new FeePolicy.Tier(1, null, 30, null))));
    }

    @Test
    void aHoldKeepsToTheVersionThatItsScheduleIsAt() {
        house.writeWith(
                """
                insert ignore into fee_policies (policy_id, version, tiers)
                values ('strict', ?, '[{"daysBeforeMin": 0, "feePercent": 100}]')
                """,
                2);
        house.writeWith(
                """
                update schedules set fee_policy_id = 'strict', fee_policy_version = 2
                where schedule_id = ?
                """,
                house.schedule.value());
        var held = (SeatsHeld) house.hold(booking(), "A-3");
        assertThat(held.feePolicy().policyId()).isEqualTo("strict");
        assertThat(held.feePolicy().version()).isEqualTo(2);
        assertThat(held.feePolicy().tiers())
                .containsExactly(new FeePolicy.Tier(0, null, 100, null));
    }
}
