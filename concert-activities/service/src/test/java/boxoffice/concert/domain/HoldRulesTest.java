package boxoffice.concert.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import boxoffice.kernel.BookingId;
import boxoffice.kernel.BuyerId;
import boxoffice.kernel.ScheduleId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HoldRulesTest {

    private static final Instant OPENS = Instant.parse("2026-12-01T00:00:00Z");
    private static final Instant CLOSES = Instant.parse("2026-12-24T09:00:00Z");
    private static final SaleTerms TERMS =
            new SaleTerms(OPENS, CLOSES, Duration.ofSeconds(300), null);

    private static final BuyerId MINA = new BuyerId("mina");
    private static final BuyerId JUN = new BuyerId("jun");
    private static final BookingId BOOKING = new BookingId(new UUID(0, 1));
    private static final BookingId OTHER = new BookingId(new UUID(0, 2));

    @Test
    void aHoldOnlyMovesForward() {
        assertThat(HoldState.SOLD.sources()).containsExactly(HoldState.HELD);
        assertThat(HoldState.RELEASED.sources()).containsExactly(HoldState.HELD);
        assertThat(HoldState.HELD.sources()).isEmpty();
    }

    @Test
    void theSaleIsOpenFromItsFirstInstantUntilBeforeItsEnd() {
        assertThat(TERMS.refusal(OPENS, OPENS.minusNanos(1_000)))
                .contains(Refusal.Reason.SALE_NOT_OPEN);
        assertThat(TERMS.refusal(OPENS, OPENS)).isEmpty();
        assertThat(TERMS.refusal(CLOSES, CLOSES.minusNanos(1_000))).isEmpty();
        assertThat(TERMS.refusal(CLOSES, CLOSES)).contains(Refusal.Reason.SALE_CLOSED);
    }

    @Test
    void aCanceledSchedulesSaleIsOverWhateverItsTimes() {
        var canceled = new SaleTerms(OPENS, CLOSES, Duration.ofSeconds(300), OPENS.plusSeconds(9));
        for (var now : List.of(OPENS.minusSeconds(1), OPENS.plusSeconds(10), CLOSES)) {
            assertThat(canceled.refusal(OPENS, now)).contains(Refusal.Reason.SCHEDULE_CANCELED);
        }
    }

    @Test
    void aHoldThatComesAtItsDeadlineIsTooLate() {
        var deadline = OPENS.plusSeconds(300);
        assertThat(TERMS.refusal(OPENS, deadline.minusNanos(1_000))).isEmpty();
        assertThat(TERMS.refusal(OPENS, deadline)).contains(Refusal.Reason.EXPIRED);
    }

    @Test
    void seatsAreSortedAndEachThereOnce() {
        assertThat(SeatNos.of(List.of("B-1", "A-2", "A-1")).values())
                .containsExactly("A-1", "A-2", "B-1");
        assertThatThrownBy(() -> SeatNos.of(List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SeatNos.of(List.of("A-1", "B-1", "A-1")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("A-1");
    }

    @Test
    void theWorstReasonIsTold() {
        var free = seat("A-1", SeatState.HELD, BOOKING, MINA);
        var taken = seat("A-2", SeatState.SOLD, OTHER, JUN);
        var blocked = seat("A-3", SeatState.BLOCKED, null, null);

        assertThat(refusal("A-1", "A-2", free, taken))
                .isEqualTo(refused(Refusal.Reason.SEATS_TAKEN, "A-2"));
        assertThat(refusal("A-2", "A-3", taken, blocked))
                .isEqualTo(refused(Refusal.Reason.SEATS_BLOCKED, "A-3"));
        assertThat(refusal("A-3", "A-4", blocked))
                .isEqualTo(refused(Refusal.Reason.UNKNOWN_SEATS, "A-4"));
    }

    @Test
    void aSeatThatBecameFreeMeanwhileWasTaken() {
        var freed = seat("A-2", SeatState.FREE, null, null);

        assertThat(refusal("A-1", "A-2", seat("A-1", SeatState.HELD, BOOKING, MINA), freed))
                .isEqualTo(refused(Refusal.Reason.SEATS_TAKEN, "A-2"));
    }

    private static Refusal refusal(String first, String second, FoundSeat... found) {
        var asked = SeatNos.of(List.of(first, second));
        var request =
                new HoldRequest(
                        BOOKING,
                        MINA,
                        new ScheduleId("s"),
                        new Wish.Seats(asked),
                        OPENS,
                        null,
                        null);
        return Refusal.of(request, asked, List.of(found));
    }

    private static Refusal refused(Refusal.Reason reason, String seatNo) {
        return Refusal.of(reason, List.of(seatNo));
    }

    private static FoundSeat seat(
            String seatNo, SeatState state, @Nullable BookingId owner, @Nullable BuyerId buyer) {
        return new FoundSeat(seatNo, state, owner, buyer);
    }
}
