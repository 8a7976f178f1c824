package boxoffice.concert.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OneSchedulePerBookingTest {

    private static final SeatNos ASKED = SeatNos.of(List.of("A-1", "A-2"));
    private static final FoundSeat FIRST = new FoundSeat("A-1", SeatState.FREE, null, null);
    private static final FoundSeat SECOND = new FoundSeat("A-2", SeatState.SOLD, null, null);

    @Test
    void takesSeatsOfTheSchedule() {
        assertThat(OneSchedulePerBooking.refusal(ASKED, List.of(FIRST, SECOND))).isEmpty();
    }

    @Test
    void namesTheSeatsThatAreOfAnother() {
        assertThat(OneSchedulePerBooking.refusal(ASKED, List.of(SECOND)))
                .contains(Refusal.of(Refusal.Reason.UNKNOWN_SEATS, List.of("A-1")));
    }
}
