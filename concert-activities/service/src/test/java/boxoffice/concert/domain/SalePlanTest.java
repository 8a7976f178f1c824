package boxoffice.concert.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a buyer is told of a sale: a presale at 8 and at 9, the general sale from 10 to 12. */
class SalePlanTest {

    private static final Instant EIGHT = Instant.parse("2026-11-02T08:00:00Z");

    @Test
    void goesFromNotYetOverPresaleToOnSaleAndClosed() {
        assertThat(at(-1)).isEqualTo(SaleStatus.NOT_YET);
        assertThat(at(0)).isEqualTo(SaleStatus.PRESALE);
        assertThat(at(29)).isEqualTo(SaleStatus.PRESALE);
        assertThat(at(30)).as("between the presales").isEqualTo(SaleStatus.NOT_YET);
        assertThat(at(60)).isEqualTo(SaleStatus.PRESALE);
        assertThat(at(120)).isEqualTo(SaleStatus.ON_SALE);
        assertThat(at(239)).isEqualTo(SaleStatus.ON_SALE);
        assertThat(at(240)).isEqualTo(SaleStatus.CLOSED);
    }

    @Test
    void isSoldOutOnlyWhileSeatsCouldBeHad() {
        var plan = plan(ScheduleState.ON_SALE, null);
        assertThat(plan.statusAt(minute(-1), false)).isEqualTo(SaleStatus.NOT_YET);
        assertThat(plan.statusAt(minute(0), false)).isEqualTo(SaleStatus.SOLD_OUT);
        assertThat(plan.statusAt(minute(120), false)).isEqualTo(SaleStatus.SOLD_OUT);
        assertThat(plan.statusAt(minute(240), false)).isEqualTo(SaleStatus.CLOSED);
    }

    @Test
    void saysFirstWhatEndsASaleForLonger() {
        assertThat(plan(ScheduleState.PAUSED, null).statusAt(minute(130), true))
                .isEqualTo(SaleStatus.PAUSED);
        assertThat(plan(ScheduleState.PAUSED, null).statusAt(minute(240), true))
                .isEqualTo(SaleStatus.CLOSED);
        assertThat(plan(ScheduleState.CLOSED, null).statusAt(minute(130), true))
                .isEqualTo(SaleStatus.CLOSED);
        assertThat(plan(ScheduleState.CLOSED, EIGHT).statusAt(minute(130), true))
                .isEqualTo(SaleStatus.CANCELED);
    }

    private static SaleStatus at(int minute) {
        return plan(ScheduleState.ON_SALE, null).statusAt(minute(minute), true);
    }

    private static SalePlan plan(ScheduleState state, @Nullable Instant canceledAt) {
        return new SalePlan(
                state,
                minute(120),
                minute(240),
                Duration.ofMinutes(5),
                canceledAt,
                List.of(presale(0), presale(60)));
    }

    private static SalePlan.Presale presale(int minute) {
        return new SalePlan.Presale("p" + minute, "fans", minute(minute), minute(minute + 30), 2);
    }

    private static Instant minute(int number) {
        return EIGHT.plus(Duration.ofMinutes(number));
    }
}
