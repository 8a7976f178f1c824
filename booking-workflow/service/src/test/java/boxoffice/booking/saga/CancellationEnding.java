package boxoffice.booking.saga;

import boxoffice.booking.contract.CancellationStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The ways a cancellation can end, each with its golden history, like {@link Ending}. */
enum CancellationEnding {
    CANCELED_WHOLE(CancellationStatus.CANCELED),
    CANCELED_IN_PART(CancellationStatus.CANCELED),
    CANCELED_COMPLIMENTARY(CancellationStatus.CANCELED),
    CANCELED_THROUGH_WORKFLOW_CANCEL(CancellationStatus.CANCELED),
    OVERDUE_CLAIM_LINES(CancellationStatus.CANCELED),
    OVERDUE_REFUND(CancellationStatus.CANCELED),
    OVERDUE_RELEASE_SOLD(CancellationStatus.CANCELED),
    OVERDUE_CLOSE_LINES(CancellationStatus.CANCELED),
    PARKED_CLAIM_LINES(CancellationStatus.CANCELED),
    PARKED_REFUND(CancellationStatus.CANCELED),
    PARKED_RELEASE_SOLD(CancellationStatus.CANCELED),
    PARKED_CLOSE_LINES(CancellationStatus.CANCELED),
    MARKED_REFUNDED(CancellationStatus.CANCELED),
    RESUMED_FROM_ITS_CLAIM(CancellationStatus.CANCELED),
    REFUSED(CancellationStatus.REFUSED),
    REFUSED_WITH_A_NEW_QUOTE(CancellationStatus.REFUSED);

    private static final Path HISTORIES = Path.of("src/test/resources/histories/cancellation");

    final CancellationStatus status;

    CancellationEnding(CancellationStatus status) {
        this.status = status;
    }

    /** That of a cancellation one of whose steps was overdue or parked on the way. */
    static CancellationEnding of(String trouble, String step) {
        var words = step.replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT);
        return valueOf(trouble + "_" + words);
    }

    Path file() {
        return HISTORIES.resolve(name() + ".json");
    }

    /** Writes the golden history where the build was asked to record them anew. */
    void recordIfAsked(Withdrawal withdrawal) {
        if (Boolean.getBoolean("boxoffice.record-histories")) {
            try {
                Files.createDirectories(HISTORIES);
                Files.writeString(file(), withdrawal.history());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
