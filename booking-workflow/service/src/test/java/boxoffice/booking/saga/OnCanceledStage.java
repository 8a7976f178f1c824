package boxoffice.booking.saga;

import static org.assertj.core.api.Assertions.assertThat;

import boxoffice.booking.contract.Cancellation;
import boxoffice.booking.contract.ScheduleCancellation;
import boxoffice.booking.contract.ScheduleCancellationSnapshot;
import boxoffice.kernel.BookingId;
import java.util.ArrayList;
import java.util.List;

/** A test of how the {@link Stage}'s schedule is canceled. */
abstract class OnCanceledStage extends OnStage {

    static final long POINTS = 1_000_000;
    static final String GIVEN_BACK = "TAKEN BACK CONFIRMED CHARGED FINISHED";

    Stage.Ticket held(int n) throws Exception {
        var ticket = stage.book("k" + n, "A-1-" + n);
        ticket.reserved();
        return ticket;
    }

    Stage.Ticket sold(int n) throws Exception {
        var ticket = held(n);
        ticket.pay();
        ticket.end();
        return ticket;
    }

    List<Stage.Ticket> sold(int from, int count) throws Exception {
        var tickets = new ArrayList<Stage.Ticket>();
        for (int n = from; n < from + count; n++) {
            tickets.add(sold(n));
        }
        return tickets;
    }

    ScheduleCancellationSnapshot assertEnds(
            CallOff callOff, ScheduleCancellationEnding ending, long found) {
        var end = callOff.end();
        assertThat(end.status()).isEqualTo(ending.status);
        assertThat(List.of(end.found(), end.canceled(), end.open(), end.waiting(), end.slow()))
                .containsExactly(found, found, 0L, 0L, 0L);
        ending.recordIfAsked(callOff);
        return end;
    }

    void assertAllIsBack(List<Stage.Ticket> tickets) {
        assertThat(tickets).allSatisfy(ticket -> assertThat(ticket.rows()).isEqualTo(GIVEN_BACK));
        assertThat(stage.town.points).hasValue(POINTS);
        assertThat(stage.town.seats).isEmpty();
    }

    static String cancellation(BookingId id) {
        return Cancellation.workflowId(
                id,
                Cancellation.cancellationId(id, ScheduleCancellation.workflowId(Stage.SCHEDULE)));
    }
}
