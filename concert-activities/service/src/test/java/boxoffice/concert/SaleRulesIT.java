package boxoffice.concert;

import static boxoffice.concert.AtOnce.atOnce;
import static boxoffice.concert.House.booking;
import static boxoffice.concert.House.buyer;
import static org.assertj.core.api.Assertions.assertThat;

import boxoffice.concert.contract.HoldOutcome;
import boxoffice.concert.contract.SeatsHeld;
import boxoffice.concert.contract.SeatsRefused;
import boxoffice.concert.contract.SeatsRefused.PolicyLimit;
import boxoffice.concert.contract.SeatsRefused.Reason;
import boxoffice.testing.SqlServer;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** What the promoter has set up decides who gets seats, and exactly how many. */
@ParameterizedClass
@MethodSource("boxoffice.testing.Databases#all")
class SaleRulesIT {

    private static final int TABS = 20;

    private final RunningService service;

    SaleRulesIT(SqlServer server) {
        service = RunningService.shared(server);
    }

    @Test
    void sellsNothingWhileTheSaleIsPausedAndGoesOnAfterwards() {
        var house = house(2);
        set(house, "state = 'PAUSED'");
        assertThat(house.hold(booking(), "A-1")).isEqualTo(refused(Reason.SALE_PAUSED, null));
        set(house, "state = 'ON_SALE'");
        var held = booking();
        assertThat(house.hold(held, "A-1")).isInstanceOf(SeatsHeld.class);

        set(house, "state = 'CLOSED'");
        assertThat(house.hold(booking(), "A-2")).isEqualTo(refused(Reason.SALE_CLOSED, null));
        assertThat(house.hold(held, "A-1")).isInstanceOf(SeatsHeld.class);
        set(house, "state = 'DRAFT'");
        assertThat(house.hold(booking(), "A-2")).isEqualTo(refused(Reason.UNKNOWN_SCHEDULE, null));
    }

    @Test
    void keepsToTheBuyersLimitOverWhatIsHeldAndSold() {
        var house = house(9);
        set(house, "buyer_seats_max = 4");
        var sold = booking();
        house.hold(sold, "A-1", "A-2");
        house.sell(sold, "A-1", "A-2");
        var held = booking();
        house.hold(held, "A-3");

        var limited = refused(Reason.BUYER_LIMIT_REACHED, limit("MaxSeatsPerBuyer", 4, 1));
        var refusedOne = booking();
        assertThat(house.hold(refusedOne, "A-4", "A-5")).isEqualTo(limited);
        assertThat(house.hold(refusedOne, "A-4", "A-5")).as("again").isEqualTo(limited);
        assertThat(house.hold(booking(), buyer("jun"), "A-4", "A-5", "A-6"))
                .isInstanceOf(SeatsHeld.class);

        house.release(held);
        house.releaseSold(sold, "A-1");
        assertThat(house.hold(booking(), "A-7", "A-8", "A-9")).isInstanceOf(SeatsHeld.class);
    }

    @Test
    void countsAllDatesOfTheConcertAlsoWhatWasBoughtBeforeTheLimit() {
        var concert = "c-" + UUID.randomUUID();
        var first = house(5);
        first.writeWith(
                "insert into concerts (concert_id, title, promoter_id) values (?, '갈라', 'park')",
                concert);
        var second = house(5);
        for (var house : List.of(first, second)) {
            set(house, "concert_id = '" + concert + "'");
        }
        assertThat(first.hold(booking(), "A-1", "A-2", "A-3")).isInstanceOf(SeatsHeld.class);
        first.writeWith("update concerts set buyer_seats_max = 4 where concert_id = ?", concert);

        assertThat(second.hold(booking(), "A-1", "A-2"))
                .isEqualTo(refused(Reason.BUYER_LIMIT_REACHED, limit("MaxSeatsPerBuyer", 4, 1)));
        assertThat(second.hold(booking(), "A-1")).isInstanceOf(SeatsHeld.class);
        assertThat(first.hold(booking(), "A-4"))
                .isEqualTo(refused(Reason.BUYER_LIMIT_REACHED, limit("MaxSeatsPerBuyer", 4, 0)));
    }

    @Test
    void givesTwentyTabsAtOnceNotOneSeatTooMany() throws Exception {
        for (var round = 0; round < 5; round++) {
            var house = house(TABS * 2);
            set(house, "buyer_seats_max = 5");
            var held =
                    atOnce(TABS, n -> house.hold(booking(), "A-" + (2 * n + 1), "A-" + (2 * n + 2)))
                            .stream()
                            .filter(SeatsHeld.class::isInstance)
                            .count();
            assertThat(held).isEqualTo(2);
        }
    }

    @Test
    void letsIntoThePresaleWhoHasACode() {
        var house = house(9);
        PromoterRows.presale(house, 5, 3, "FANS-0001", "FANS-0002");

        assertThat(house.hold(booking(), "A-1"))
                .isEqualTo(refused(Reason.PRESALE_CODE_REQUIRED, null));
        assertThat(house.holdByCode(booking(), "FANS-0003", "A-1"))
                .isEqualTo(refused(Reason.PRESALE_CODE_INVALID, null));
        var first = booking();
        assertThat(house.holdByCode(first, " fans-0001", "A-1", "A-2"))
                .isInstanceOf(SeatsHeld.class);
        assertThat(house.holdByCode(first, "FANS-0001", "A-1", "A-2"))
                .isInstanceOf(SeatsHeld.class);
        assertThat(PromoterRows.counted(house)).isEqualTo("2 2");
        assertThat(house.holdByCode(booking(), "FANS-0001", "A-3", "A-4"))
                .isEqualTo(refused(Reason.PRESALE_CODE_USED_UP, limit("PresaleCodes", 3, 1)));
        house.holdByCode(booking(), "FANS-0002", "A-3", "A-4");
        assertThat(house.holdByCode(booking(), "FANS-0002", "A-5", "A-6"))
                .isEqualTo(refused(Reason.PRESALE_SOLD_OUT, limit("PresaleCodes", 5, 1)));

        house.openNow();
        assertThat(house.hold(booking(), "A-5")).isInstanceOf(SeatsHeld.class);
        assertThat(house.holdByCode(booking(), "FANS-0003", "A-6")).isInstanceOf(SeatsHeld.class);
        assertThat(PromoterRows.counted(house)).isEqualTo("4 4");
    }

    @Test
    void givesSeatsBackToThePresaleOnceForEachThatIsReleased() {
        var house = house(9);
        PromoterRows.presale(house, 9, 9, "FANS-0001");
        var held = booking();
        house.holdByCode(held, "FANS-0001", "A-1", "A-2");
        var sold = booking();
        house.holdByCode(sold, "FANS-0001", "A-3", "A-4", "A-5");
        house.sell(sold, "A-3", "A-4", "A-5");
        assertThat(house.holdByCode(booking(), "FANS-0001", "A-1", "A-6"))
                .isInstanceOf(SeatsRefused.class);
        assertThat(PromoterRows.counted(house)).isEqualTo("5 5");

        for (var again = 0; again < 2; again++) {
            house.release(held);
            house.releaseSold(sold, "A-3");
        }
        assertThat(PromoterRows.counted(house)).isEqualTo("2 2");
        house.releaseSold(sold, "A-4", "A-5");
        assertThat(PromoterRows.counted(house)).isEqualTo("0 0");
    }

    @Test
    void givesTheLastSeatsOfAPresaleToOneOfMany() throws Exception {
        var house = house(TABS);
        PromoterRows.presale(house, 7, TABS, "FANS-0001", "FANS-0002");
        var held =
                atOnce(
                                TABS,
                                n ->
                                        house.holdByCode(
                                                booking(),
                                                "FANS-000" + (1 + n % 2),
                                                "A-" + (n + 1)))
                        .stream()
                        .filter(SeatsHeld.class::isInstance)
                        .count();
        assertThat(held).isEqualTo(7);
        assertThat(PromoterRows.counted(house)).isEqualTo("7 7");
    }

    @Test
    void givesAwayWhatIsKeptBackAtNoPrice() {
        var house = house(4);
        PromoterRows.keepBack(house, "A-1", "A-2");
        set(house, "sale_opens_at = current_timestamp(6) + interval 1 day, buyer_seats_max = 1");
        var gift = booking();

        var outcome = house.give(gift, "park", "A-1", "A-2");
        assertThat(outcome).isInstanceOf(SeatsHeld.class);
        assertThat(((SeatsHeld) outcome).total().amount()).isZero();
        assertThat(house.give(gift, "park", "A-1", "A-2")).isEqualTo(outcome);
        assertThat(house.seats()).startsWith("A-1:HELD A-2:HELD A-3:FREE");

        house.sell(gift, "A-1", "A-2");
        house.releaseSold(gift, "A-1");
        assertThat(house.seats()).startsWith("A-1:BLOCKED A-2:SOLD A-3:FREE");
    }

    @Test
    void keepsBackAgainWhatWasNotGivenInTheEnd() {
        var house = house(2);
        PromoterRows.keepBack(house, "A-1", "A-2");
        var gift = booking();
        house.give(gift, null, "A-1", "A-2");
        house.writeWith(
                "update seats set block_id = null where schedule_id = ? and seat_no = 'A-2'",
                house.schedule.value());
        house.release(gift);
        assertThat(house.seats()).isEqualTo("A-1:BLOCKED A-2:FREE");
    }

    @Test
    void givesAwayNothingElse() {
        var house = house(2);
        PromoterRows.keepBack(house, "A-1");
        assertThat(house.give(booking(), "park", "A-1", "A-2"))
                .isEqualTo(new SeatsRefused(Reason.SEATS_NOT_BLOCKED, List.of("A-2"), null, null));
        assertThat(house.give(booking(), "kim", "A-1"))
                .isEqualTo(refused(Reason.UNKNOWN_SCHEDULE, null));
        assertThat(house.seats()).isEqualTo("A-1:BLOCKED A-2:FREE");
    }

    private House house(int seats) {
        return new House(
                service,
                Instant.now().minusSeconds(3_600),
                House.CONCERT,
                IntStream.rangeClosed(1, seats).mapToObj(n -> "A-" + n).toArray(String[]::new));
    }

    private static void set(House house, String what) {
        house.writeWith(
                "update schedules set " + what + " where schedule_id = ?", house.schedule.value());
    }

    private static PolicyLimit limit(String policy, int limit, int remaining) {
        return new PolicyLimit(policy, limit, remaining);
    }

    private static HoldOutcome refused(Reason reason, @Nullable PolicyLimit limit) {
        return new SeatsRefused(reason, List.of(), null, limit);
    }
}
