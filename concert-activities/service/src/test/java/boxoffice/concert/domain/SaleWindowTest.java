package boxoffice.concert.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** {@link SaleWindow}: when seats are sold, and when they can be given away. */
class SaleWindowTest {

    private static final Instant OPENS = Instant.parse("2026-12-01T00:00:00Z");
    private static final Instant CLOSES = Instant.parse("2026-12-24T09:00:00Z");
    private static final Instant STARTS = Instant.parse("2026-12-24T10:00:00Z");

    @Test
    void sellsWhileTheDateIsOnSale() {
        assertThat(window(ScheduleState.ON_SALE, null).refusal(OPENS, OPENS)).isEmpty();
        assertThat(window(ScheduleState.PAUSED, null).refusal(OPENS, OPENS))
                .contains(Refusal.Reason.SALE_PAUSED);
        assertThat(window(ScheduleState.CLOSED, null).refusal(OPENS, OPENS))
                .contains(Refusal.Reason.SALE_CLOSED);
    }

    @Test
    void knowsNoDraft() {
        var draft = window(ScheduleState.DRAFT, OPENS);
        assertThat(draft.refusal(OPENS, OPENS)).contains(Refusal.Reason.UNKNOWN_SCHEDULE);
        assertThat(draft.refusalOfGift(OPENS, OPENS)).contains(Refusal.Reason.UNKNOWN_SCHEDULE);
    }

    @Test
    void saysCanceledBeforePaused() {
        assertThat(window(ScheduleState.PAUSED, OPENS).refusal(OPENS, OPENS))
                .contains(Refusal.Reason.SCHEDULE_CANCELED);
        assertThat(window(ScheduleState.PAUSED, OPENS).refusalOfGift(OPENS, OPENS))
                .contains(Refusal.Reason.SCHEDULE_CANCELED);
    }

    @Test
    void letsSeatsBeGivenAwayUntilTheConcertBegins() {
        for (var state : new ScheduleState[] {ScheduleState.ON_SALE, ScheduleState.PAUSED}) {
            var window = window(state, null);
            var early = OPENS.minusSeconds(1);
            var late = STARTS.minusSeconds(1);
            assertThat(window.refusalOfGift(early, early)).isEmpty();
            assertThat(window.refusalOfGift(late, late)).isEmpty();
            assertThat(window.refusalOfGift(STARTS, STARTS)).contains(Refusal.Reason.SALE_CLOSED);
            assertThat(window.refusalOfGift(early, early.plusSeconds(300)))
                    .contains(Refusal.Reason.EXPIRED);
        }
    }

    private static SaleWindow window(ScheduleState state, @Nullable Instant canceledAt) {
        var terms = new SaleTerms(OPENS, CLOSES, Duration.ofSeconds(300), canceledAt);
        return new SaleWindow(state, terms, STARTS);
    }
}
