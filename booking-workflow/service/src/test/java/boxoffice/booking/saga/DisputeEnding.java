package boxoffice.booking.saga;

import boxoffice.payment.contract.DisputeState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The ways a dispute can end, each with its golden history, like {@link Ending}. */
enum DisputeEnding {
    WON(DisputeState.WON),
    LOST(DisputeState.LOST),
    LOST_AFTER_IT_WAS_ACKNOWLEDGED(DisputeState.LOST),
    LOST_AFTER_ANOTHER_LOOK(DisputeState.LOST),
    LOST_UNHEARD(DisputeState.LOST),
    LOST_THROUGH_WORKFLOW_CANCEL(DisputeState.LOST),
    CLOSED_BEFORE_IT_WAS_LOOKED_AT(DisputeState.WON),
    OVERDUE_LOOK(DisputeState.LOST),
    PARKED_WITHOUT_AN_ORDER(DisputeState.LOST),
    MET_AGAIN_AFTER_ITS_END(DisputeState.LOST);

    private static final Path HISTORIES = Path.of("src/test/resources/histories/dispute");

    final DisputeState state;

    DisputeEnding(DisputeState state) {
        this.state = state;
    }

    Path file() {
        return HISTORIES.resolve(name() + ".json");
    }

    /** Writes the golden history where the build was asked to record them anew. */
    void recordIfAsked(Complaint complaint) {
        if (Boolean.getBoolean("boxoffice.record-histories")) {
            try {
                Files.createDirectories(HISTORIES);
                Files.writeString(file(), complaint.history());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
