package boxoffice.concert.domain;

import static org.assertj.core.api.Assertions.assertThat;

import boxoffice.concert.domain.SeatingPlan.Choice;
import boxoffice.kernel.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The best seats in houses that are drawn as text: a row is a line, the front one first; {@code o}
 * is a free seat, {@code x} a taken one, {@code |} an aisle, {@code w} a wheelchair place and
 * {@code c} a companion's seat of the one before it, {@code s} a standing place. The middle of a
 * row is nearest the stage.
 */
class SeatingPlanTest {

    private final List<PlannedSeat> seats = new ArrayList<>();

    @Test
    void choosesTheMiddleOfTheFrontRow() {
        assertThat(best(2, plan("oooooooo", "oooooooo"))).isEqualTo("1-4 1-5");
    }

    @Test
    void staysOnOneSideOfAnAisleAndOfATakenSeat() {
        assertThat(best(3, plan("oo|oo", "oooxo"))).isEqualTo("2-1 2-2 2-3");
    }

    @Test
    void leavesNoSingleSeatWhereThatCanBeAvoided() {
        assertThat(best(2, plan("ooo", "oooo"))).isEqualTo("2-1 2-2");
        assertThat(best(1, plan("oooo"))).isIn("1-1", "1-4");
    }

    @Test
    void leavesASingleSeatWhereThereIsNoOther() {
        assertThat(best(2, plan("ooo"))).isEqualTo("1-1 1-2");
    }

    @Test
    void doesNotMindSingleSeatsWhereTheRuleIsOff() {
        var plan = plan("ooo", "oooo");
        plan.see(seats, false);
        assertThat(best(2, plan)).isEqualTo("1-1 1-2");
    }

    @Test
    void sendsWhoComesNextToOtherSeats() {
        var plan = plan("oooo");
        assertThat(best(2, plan)).isEqualTo("1-1 1-2");
        assertThat(best(2, plan)).isEqualTo("1-3 1-4");
        assertThat(best(1, plan)).isEqualTo("NOT_ENOUGH_SEATS 0 of 1");
    }

    @Test
    void givesBackAChoiceThatCameToNothing() {
        var plan = plan("oo");
        var chosen = ((Choice.Found) choose(plan, wish(2, null, false))).seatNos();
        plan.giveBack(chosen);
        assertThat(best(2, plan)).isEqualTo("1-1 1-2");
    }

    @Test
    void keepsWhatIsUnderWayWhenItSeesThePlanAnew() {
        var plan = plan("oo");
        var chosen = ((Choice.Found) choose(plan, wish(1, null, false))).seatNos();
        plan.see(seats, true);
        assertThat(best(2, plan)).startsWith("NOT_ENOUGH_SEATS 1");
        plan.settle(chosen);
        plan.see(seats, true);
        assertThat(best(2, plan)).isEqualTo("1-1 1-2");
    }

    @Test
    void saysHowManyAreTogether() {
        assertThat(best(4, plan("ooxo", "xoo|o"))).isEqualTo("NOT_TOGETHER 2 of 4");
        assertThat(best(10, plan("ooxo", "xooo"))).isEqualTo("NOT_ENOUGH_SEATS 6 of 10");
    }

    @Test
    void splitsIntoFewAndNearGroupsWhereThatIsAllowed() {
        var plan = plan("ooxoo", "xxxxx", "xooox");
        assertThat(chosen(plan, wish(5, null, true))).isEqualTo("1-1 1-2 3-2 3-3 3-4");
        assertThat(chosen(plan("ooxoo", "xxxxx", "xooxx"), wish(4, null, true)))
                .isEqualTo("1-1 1-2 1-4 1-5");
        assertThat(chosen(plan("oxo"), wish(3, null, true))).isEqualTo("NOT_ENOUGH_SEATS 2 of 3");
    }

    @Test
    void keepsToTheBudget() {
        var plan = plan("oooo", "oooo");
        assertThat(chosen(plan, wish(2, Money.won(180), false))).startsWith("2-");
        assertThat(chosen(plan, wish(2, Money.won(150), false)))
                .isEqualTo("NOT_ENOUGH_SEATS 1 of 2");
        assertThat(chosen(plan, wish(2, new Money(1_000, "USD"), false)))
                .isEqualTo("NOT_ENOUGH_SEATS 0 of 2");
    }

    @Test
    void keepsToTheSectionAndTheGrade() {
        var plan = plan("oo", "oo");
        assertThat(chosen(plan, new Wish.Best(2, null, "G2", null, false, false)))
                .isEqualTo("2-1 2-2");
        assertThat(chosen(plan, new Wish.Best(2, "Z", null, null, false, false)))
                .isEqualTo("UNKNOWN_SECTION");
        assertThat(chosen(plan, new Wish.Best(2, null, "Z", null, false, false)))
                .isEqualTo("UNKNOWN_GRADE");
    }

    @Test
    void keepsWheelchairPlacesForThoseWhoAskForThem() {
        var plan = plan("wcoo", "wccx");
        assertThat(best(2, plan)).isEqualTo("1-3 1-4");
        var three = new Wish.Best(3, null, null, null, false, true);
        assertThat(chosen(plan, three)).isEqualTo("2-1 2-2 2-3");
        assertThat(chosen(plan, three)).isEqualTo("NOT_ENOUGH_SEATS 2 of 3");
    }

    @Test
    void countsPlacesOfOneStandingAreaAsTogether() {
        assertThat(best(3, plan("sxs", "xss"))).hasSize("1-1 1-3 2-2".length());
    }

    private static Wish.Best wish(int quantity, @Nullable Money budget, boolean apart) {
        return new Wish.Best(quantity, null, null, budget, apart, false);
    }

    private static String best(int quantity, SeatingPlan plan) {
        return chosen(plan, wish(quantity, null, false));
    }

    private static String chosen(SeatingPlan plan, Wish.Best wish) {
        return switch (choose(plan, wish)) {
            case Choice.Found(var seatNos) -> String.join(" ", seatNos.values());
            case Choice.None(var why) -> {
                var limit = why.limit();
                yield limit == null
                        ? why.reason().name()
                        : "%s %d of %d".formatted(why.reason(), limit.remaining(), limit.limit());
            }
        };
    }

    private static Choice choose(SeatingPlan plan, Wish.Best wish) {
        return plan.choose(wish, 1, new Random(1));
    }

    private SeatingPlan plan(String... rows) {
        seats.clear();
        for (var row = 1; row <= rows.length; row++) {
            draw(row, rows[row - 1]);
        }
        var plan = new SeatingPlan();
        plan.see(seats, true);
        return plan;
    }

    private void draw(int row, String drawn) {
        var places = drawn.replace("|", "").length();
        var number = 0;
        var wheelchair = "";
        for (var i = 0; i < drawn.length(); i++) {
            var sign = drawn.charAt(i);
            if (sign == '|') {
                continue;
            }
            number++;
            var kind =
                    switch (sign) {
                        case 'w' -> SeatKind.WHEELCHAIR;
                        case 'c' -> SeatKind.COMPANION;
                        case 's' -> SeatKind.STANDING;
                        default -> SeatKind.SEAT;
                    };
            var seatNo = row + "-" + number;
            wheelchair = kind == SeatKind.WHEELCHAIR ? seatNo : wheelchair;
            seats.add(
                    new PlannedSeat(
                            seatNo,
                            "A",
                            row,
                            number,
                            kind,
                            kind == SeatKind.COMPANION ? wheelchair : null,
                            i + 1 < drawn.length() && drawn.charAt(i + 1) == '|',
                            100 * row + Math.abs(2 * number - places - 1),
                            "G" + row,
                            Money.won(110 - 10L * row),
                            sign != 'x'));
        }
    }
}
