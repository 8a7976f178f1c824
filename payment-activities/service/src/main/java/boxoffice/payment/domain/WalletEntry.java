package boxoffice.payment.domain;

import boxoffice.kernel.BookingId;
import boxoffice.kernel.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One movement of a buyer's points.
 *
 * @param id grows with time
 * @param amount below zero where points went away
 * @param bookingId the booking that it was for; null for a top-up or a correction
 */
public record WalletEntry(
        long id,
        Money amount,
        Transfer.Cause cause,
        @Nullable BookingId bookingId,
        Instant createdAt) {}
