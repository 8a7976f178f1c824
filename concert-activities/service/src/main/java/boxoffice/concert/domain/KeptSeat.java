package boxoffice.concert.domain;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A seat as the back office finds it.
 *
 * @param blockId the block that it is of; also while it is given away
 */
public record KeptSeat(String seatNo, SeatState state, @Nullable UUID blockId) {

    /** Whether it is kept back by that block, and not given away. */
    public boolean isBlockedBy(UUID block) {
        return state == SeatState.BLOCKED && block.equals(blockId);
    }
}
