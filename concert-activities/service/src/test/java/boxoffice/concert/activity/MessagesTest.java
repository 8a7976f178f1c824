package boxoffice.concert.activity;

import static org.assertj.core.api.Assertions.assertThat;

import boxoffice.concert.contract.AlreadySold;
import boxoffice.concert.contract.BestSeats;
import boxoffice.concert.contract.CancelSchedule;
import boxoffice.concert.contract.CancelScheduleOutcome;
import boxoffice.concert.contract.Complimentary;
import boxoffice.concert.contract.HoldOutcome;
import boxoffice.concert.contract.HoldSeats;
import boxoffice.concert.contract.LiveBookings;
import boxoffice.concert.contract.LiveBookingsQuery;
import boxoffice.concert.contract.NothingSold;
import boxoffice.concert.contract.ReleaseOutcome;
import boxoffice.concert.contract.ReleaseSold;
import boxoffice.concert.contract.ReleaseSoldOutcome;
import boxoffice.concert.contract.ScheduleCanceled;
import boxoffice.concert.contract.ScheduleUnknown;
import boxoffice.concert.contract.SeatsHeld;
import boxoffice.concert.contract.SeatsRefused;
import boxoffice.concert.contract.SeatsReleased;
import boxoffice.concert.contract.SeatsSold;
import boxoffice.concert.contract.SellOutcome;
import boxoffice.concert.contract.SellRefused;
import boxoffice.concert.contract.SoldReleased;
import boxoffice.kernel.BookingId;
import boxoffice.kernel.BuyerId;
import boxoffice.kernel.ConcertId;
import boxoffice.kernel.FeePolicy;
import boxoffice.kernel.Money;
import boxoffice.kernel.PromoterId;
import boxoffice.kernel.ScheduleId;
import boxoffice.temporal.Payloads;
import io.temporal.common.converter.DataConverter;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Messages come out of a history as they went in. */
class MessagesTest {

    private static final DataConverter CONVERTER = Payloads.converter();
    private static final BookingId BOOKING = new BookingId(new UUID(1, 2));
    private static final Instant NOON = Instant.parse("2026-12-24T12:00:00.123456Z");
    private static final SeatsHeld HELD =
            new SeatsHeld(
                    new ConcertId("gala"),
                    "갈라",
                    new PromoterId("park"),
                    "한강홀",
                    NOON,
                    List.of(new SeatsHeld.HeldSeat("A-1-1", Money.won(110_000))),
                    Money.won(110_000),
                    NOON.plusSeconds(300),
                    new FeePolicy(
                            "standard",
                            1,
                            ZoneId.of("Asia/Seoul"),
                            List.of(
                                    new FeePolicy.Tier(10, 7, 0, null),
                                    new FeePolicy.Tier(10, null, 10, 4_000L))));

    @Test
    void commands() {
        assertSame(
                new HoldSeats(
                        BOOKING,
                        new BuyerId("mina"),
                        new ScheduleId("gala-1"),
                        List.of("A-1-1"),
                        null,
                        NOON,
                        null,
                        null),
                HoldSeats.class);
        assertSame(
                new HoldSeats(
                        BOOKING,
                        new BuyerId("mina"),
                        new ScheduleId("gala-1"),
                        List.of(),
                        new BestSeats(2, "A", null, Money.won(300_000), true, false),
                        NOON,
                        "0123",
                        new Complimentary(new PromoterId("park"))),
                HoldSeats.class);
    }

    @Test
    void outcomesOfAHold() {
        assertSame(HELD, HoldOutcome.class);
        assertSame(new AlreadySold(HELD), HoldOutcome.class);
        for (var reason : SeatsRefused.Reason.values()) {
            assertSame(new SeatsRefused(reason, List.of(), null, null), HoldOutcome.class);
            assertSame(
                    new SeatsRefused(
                            reason,
                            List.of("A-1-1"),
                            BOOKING,
                            new SeatsRefused.PolicyLimit("MaxSeatsPerBuyer", 4, 1)),
                    HoldOutcome.class);
        }
    }

    @Test
    void outcomesOfReleaseAndSale() {
        assertSame(new SeatsReleased(), ReleaseOutcome.class);
        assertSame(new AlreadySold(HELD), ReleaseOutcome.class);
        assertSame(new SeatsSold(), SellOutcome.class);
        assertSame(new SellRefused("other seats"), SellOutcome.class);
    }

    @Test
    void outcomesOfReleasingWhatIsSold() {
        assertSame(
                new ReleaseSold(BOOKING, new ScheduleId("gala-1"), List.of("A-1-1")),
                ReleaseSold.class);
        assertSame(new SoldReleased(), ReleaseSoldOutcome.class);
        assertSame(new NothingSold("held only"), ReleaseSoldOutcome.class);
    }

    @Test
    void messagesOfACanceledSchedule() {
        var schedule = new ScheduleId("gala-1");
        assertSame(new CancelSchedule(schedule, new PromoterId("park")), CancelSchedule.class);
        assertSame(new CancelSchedule(schedule, null), CancelSchedule.class);
        assertSame(new ScheduleCanceled(new PromoterId("park"), NOON), CancelScheduleOutcome.class);
        assertSame(new ScheduleUnknown(), CancelScheduleOutcome.class);
        assertSame(new LiveBookingsQuery(schedule, BOOKING, 50), LiveBookingsQuery.class);
        for (var state : LiveBookings.State.values()) {
            var live = new LiveBookings.LiveBooking(BOOKING, new BuyerId("mina"), state);
            assertSame(new LiveBookings(List.of(live)), LiveBookings.class);
        }
    }

    private static <T> void assertSame(T message, Class<T> type) {
        var payload = CONVERTER.toPayload(message).orElseThrow();
        assertThat(CONVERTER.fromPayload(payload, type, type)).isEqualTo(message);
    }
}
