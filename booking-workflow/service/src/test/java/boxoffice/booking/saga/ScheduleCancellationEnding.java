package boxoffice.booking.saga;

import boxoffice.booking.contract.ScheduleCancellationStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The ways the cancellation of a schedule can end, each with its golden history. */
enum ScheduleCancellationEnding {
    DONE(ScheduleCancellationStatus.DONE),
    DONE_WITHOUT_BOOKINGS(ScheduleCancellationStatus.DONE),
    DONE_AFTER_A_CHARGE_IN_FLIGHT(ScheduleCancellationStatus.DONE),
    DONE_AFTER_A_PARKED_REFUND(ScheduleCancellationStatus.DONE),
    DONE_THROUGH_WORKFLOW_CANCEL(ScheduleCancellationStatus.DONE),
    DONE_BY_A_LATER_RUN(ScheduleCancellationStatus.DONE),
    DONE_AT_ANOTHER_PACE(ScheduleCancellationStatus.DONE),
    DONE_THOUGH_REFUSED_TO_THE_FIRST(ScheduleCancellationStatus.DONE),
    RESUMED(ScheduleCancellationStatus.DONE),
    REFUSED(ScheduleCancellationStatus.REFUSED);

    private static final Path HISTORIES = Path.of("src/test/resources/histories/schedule");

    final ScheduleCancellationStatus status;

    ScheduleCancellationEnding(ScheduleCancellationStatus status) {
        this.status = status;
    }

    Path file() {
        return HISTORIES.resolve(name() + ".json");
    }

    /** Writes the golden history where the build was asked to record them anew. */
    void recordIfAsked(CallOff callOff) {
        if (Boolean.getBoolean("boxoffice.record-histories")) {
            try {
                Files.createDirectories(HISTORIES);
                Files.writeString(file(), callOff.history());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
