package boxoffice.booking.saga;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;

/** A test of the saga on a {@link Stage} of its own. */
abstract class OnStage {

    static final String SOLD = "SOLD CONFIRMED CHARGED FINISHED";
    static final String UNDONE = "RELEASED CANCELED none BACK";
    static final String UNDONE_AND_REVERSED = "RELEASED CANCELED REVERSED BACK";

    /** More than any patience. */
    static final Duration LONG = Duration.ofMinutes(12);

    final Stage stage = new Stage();
    final Faults faults = stage.town.faults;

    @AfterEach
    void close() {
        stage.close();
    }

    /** Waits for the end and checks that it is this one, in what is said and in every row. */
    void assertEnds(Stage.Ticket ticket, Ending ending, String rows) {
        var end = ticket.end();
        assertThat(end.status()).isEqualTo(ending.status);
        assertThat(end.reason()).isEqualTo(ending.reason);
        assertThat(ticket.rows()).isEqualTo(rows);
        assertThat(ticket.needsOperator()).isFalse();
        ending.recordIfAsked(ticket);
    }

    /** Polls in real time: the server's time stands still while the test looks. */
    static void eventually(BooleanSupplier condition) throws Exception {
        var deadline = System.nanoTime() + 20_000_000_000L;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited too long").isLessThan(deadline);
            Thread.sleep(20);
        }
    }

    /** Lets time pass on the server until it is so: what began a moment late gets its time, too. */
    void eventuallyAsTimePasses(BooleanSupplier condition) throws Exception {
        eventually(() -> {
            if (condition.getAsBoolean()) {
                return true;
            }
            stage.pass(Duration.ofSeconds(20));
            return false;
        });
    }
}
