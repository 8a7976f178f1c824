package boxoffice.concert.domain;

import java.util.Comparator;
import java.util.List;

/**
 * Seats that can be had together.
 *
 * @param orphans single seats that taking it would leave
 * @param farness how far its seats are from the stage, and where it joins others from those, added
 *     up: the less, the better
 * @param price of all its seats, in minor units
 */
record Block(List<Place> places, int orphans, long farness, long price) {

    /** The best first. */
    static final Comparator<Block> BEST =
            Comparator.comparingInt(Block::orphans)
                    .thenComparingLong(Block::farness)
                    .thenComparing(block -> block.places().getFirst().seat.seatNo());

    /** The cheapest first, and of those the best. */
    static final Comparator<Block> CHEAPEST =
            Comparator.comparingLong(Block::price).thenComparing(BEST);
}
