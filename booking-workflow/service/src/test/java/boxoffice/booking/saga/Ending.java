package boxoffice.booking.saga;

import boxoffice.booking.contract.BookingStatus;
import boxoffice.booking.contract.CancelReason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The ways a saga can end, by what was decided and what was undone. Each has a golden history,
 * recorded by the test that leads to it, and replayed in every build: a change of the saga that
 * could not carry on a booking already under way fails there.
 */
enum Ending {
    CONFIRMED(BookingStatus.CONFIRMED, null),
    CONFIRMED_AFTER_DECLINE(BookingStatus.CONFIRMED, null),
    CONFIRMED_BY_POINTS_AND_CARD(BookingStatus.CONFIRMED, null),
    CONFIRMED_AFTER_OVERDUE_SETTLE(BookingStatus.CONFIRMED, null),
    CONFIRMED_AFTER_PARKED_SETTLE(BookingStatus.CONFIRMED, null),
    CONFIRMED_COMPLIMENTARY(BookingStatus.CONFIRMED, null),
    CONFIRMED_BEFORE(BookingStatus.CONFIRMED, null),
    CONFIRMED_BEFORE_MET_BY_UNDO(BookingStatus.CONFIRMED, null),
    REFUSED(BookingStatus.CANCELED, CancelReason.SEATS_TAKEN),
    REFUSED_COMPLIMENTARY(BookingStatus.CANCELED, CancelReason.SEATS_TAKEN),
    UNAVAILABLE(BookingStatus.CANCELED, CancelReason.UNAVAILABLE),
    EXPIRED(BookingStatus.CANCELED, CancelReason.EXPIRED),
    EXPIRED_AFTER_DECLINE(BookingStatus.CANCELED, CancelReason.EXPIRED),
    CANCELED_BY_BUYER(BookingStatus.CANCELED, CancelReason.BY_BUYER),
    CANCELED_BY_WORKFLOW_CANCEL(BookingStatus.CANCELED, CancelReason.BY_BUYER),
    CANCELED_BY_PROMOTER(BookingStatus.CANCELED, CancelReason.BY_PROMOTER),
    CANCELED_BY_PROMOTER_AFTER_DECLINE(BookingStatus.CANCELED, CancelReason.BY_PROMOTER),
    CHARGE_UNKNOWN(BookingStatus.CANCELED, CancelReason.PAYMENT_REVERSED),
    UNDO_OVERDUE(BookingStatus.CANCELED, CancelReason.EXPIRED),
    UNDO_PARKED_THEN_RETRIED(BookingStatus.CANCELED, CancelReason.EXPIRED),
    UNDO_PARKED_THEN_SKIPPED(BookingStatus.CANCELED, CancelReason.EXPIRED),
    REFUND_OWED(BookingStatus.CANCELED, CancelReason.PAYMENT_REVERSED),
    REFUND_OWED_THEN_MARKED(BookingStatus.CANCELED, CancelReason.PAYMENT_REVERSED),
    MARKED_REFUNDED(BookingStatus.CANCELED, CancelReason.PAYMENT_REVERSED),
    SALE_REVERSED(BookingStatus.CANCELED, CancelReason.PAYMENT_REVERSED),
    CANCELED_BEFORE(BookingStatus.CANCELED, CancelReason.ENDED_BEFORE);

    private static final Path HISTORIES = Path.of("src/test/resources/histories");

    final BookingStatus status;
    final @Nullable CancelReason reason;

    Ending(BookingStatus status, @Nullable CancelReason reason) {
        this.status = status;
        this.reason = reason;
    }

    Path file() {
        return HISTORIES.resolve(name() + ".json");
    }

    /** Writes the golden history where the build was asked to record them anew. */
    void recordIfAsked(Stage.Ticket ticket) {
        if (Boolean.getBoolean("boxoffice.record-histories")) {
            try {
                Files.createDirectories(HISTORIES);
                Files.writeString(file(), ticket.history());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
