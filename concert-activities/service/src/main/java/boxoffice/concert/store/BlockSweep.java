package boxoffice.concert.store;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Releases blocks when their time has come. The time is in the block's row and the release is
 * guarded by it, so that every instance may sweep, at once too, and a service that was down
 * releases when it is back. A look each ten seconds, not each second: a release is announced by the
 * hour or the minute, and a sweep that finds nothing should not be heard among the sales.
 */
@Component
public class BlockSweep {

    private static final Logger log = LoggerFactory.getLogger(BlockSweep.class);

    /** Blocks of one run at most; the next comes soon. */
    private static final int BLOCKS_MAX = 100;

    private final BlockReads reads;
    private final SeatBlocks blocks;

    BlockSweep(BlockReads reads, SeatBlocks blocks) {
        this.reads = reads;
        this.blocks = blocks;
    }

    /**
     * Releases what is due; what is locked by another is left to the next run.
     *
     * @return how many blocks this run released
     */
    @Scheduled(fixedDelayString = "${boxoffice.concert.block-sweep:PT10S}")
    public int sweep() {
        var released = 0;
        for (var due : reads.due(BLOCKS_MAX)) {
            try {
                released += blocks.release(due.scheduleId(), due.blockId()) ? 1 : 0;
            } catch (PessimisticLockingFailureException e) {
                log.warn("Block {} is not released yet: {}", due.blockId(), e.getMessage());
            }
        }
        return released;
    }
}
