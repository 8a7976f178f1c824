package boxoffice.concert.domain;

import static org.assertj.core.api.Assertions.assertThat;

import boxoffice.concert.domain.MaxSeatsPerBuyer.Has;
import org.junit.jupiter.api.Test;

class MaxSeatsPerBuyerTest {

    @Test
    void letsABuyerHaveAsManyAsTheLimit() {
        assertThat(new MaxSeatsPerBuyer(4, null).refusal(1, new Has(3, 3))).isEmpty();
        assertThat(new MaxSeatsPerBuyer(null, 4).refusal(4, new Has(9, 0))).isEmpty();
        assertThat(MaxSeatsPerBuyer.NONE.refusal(20, new Has(900, 900))).isEmpty();
        assertThat(MaxSeatsPerBuyer.NONE.isLimited()).isFalse();
    }

    @Test
    void saysWhatTheBuyerMayStillHave() {
        assertThat(new MaxSeatsPerBuyer(4, null).refusal(2, new Has(3, 0))).contains(refused(4, 1));
        assertThat(new MaxSeatsPerBuyer(null, 4).refusal(2, new Has(9, 3))).contains(refused(4, 1));
    }

    @Test
    void goesByTheTighterOfBothLimits() {
        assertThat(new MaxSeatsPerBuyer(6, 4).refusal(3, new Has(5, 2))).contains(refused(6, 1));
        assertThat(new MaxSeatsPerBuyer(6, 2).refusal(3, new Has(2, 2))).contains(refused(2, 0));
    }

    @Test
    void leavesNothingToWhoHasMoreThanALimitThatWasSetLater() {
        assertThat(new MaxSeatsPerBuyer(4, null).refusal(1, new Has(7, 7))).contains(refused(4, 0));
    }

    private static Refusal refused(int limit, int remaining) {
        return Refusal.of(
                Refusal.Reason.BUYER_LIMIT_REACHED,
                new PolicyLimit("MaxSeatsPerBuyer", limit, remaining));
    }
}
