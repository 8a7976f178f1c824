package boxoffice.concert.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Seats kept back together.
 *
 * @param releaseAt when they go to the sale by themselves; null is never
 * @param seatNos those that are kept back now, sorted; of those given away only what comes back
 */
public record SeatBlock(
        UUID blockId,
        String reason,
        @Nullable Instant releaseAt,
        String createdBy,
        Instant createdAt,
        List<String> seatNos) {

    public static final int REASON_LENGTH_MAX = 200;

    /** Seats of one command of the back office at most. */
    public static final int SEATS_MAX = 2_000;

    public SeatBlock {
        seatNos = List.copyOf(seatNos);
    }
}
