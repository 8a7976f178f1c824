package boxoffice.order.store;

import boxoffice.kernel.Money;
import boxoffice.order.domain.Dispute;
import boxoffice.persistence.Timestamps;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code disputes}, times in UTC.
 *
 * @param closedAt null while it is open
 */
record DisputeRow(
        String bookingId,
        String disputeId,
        Dispute.State state,
        long amount,
        String currency,
        LocalDateTime openedAt,
        @Nullable LocalDateTime closedAt) {

    Dispute toDispute() {
        return new Dispute(
                disputeId,
                state,
                new Money(amount, currency),
                Timestamps.instant(openedAt),
                closedAt == null ? null : Timestamps.instant(closedAt));
    }
}
