package boxoffice.concert.domain;

import java.util.List;

/**
 * Policy: seats that are chosen for a buyer leave no single free seat between them and what is
 * taken, or the end of the stretch, where other seats do not. A date may switch it off.
 */
final class NoOrphanSeats {
    private NoOrphanSeats() {}

    /**
     * How many single seats are left by taking those from {@code from} to before {@code to}.
     *
     * @param stretch seats side by side
     */
    static int leftBy(List<Place> stretch, int from, int to) {
        return (isSingle(stretch, from - 1, from - 2) ? 1 : 0)
                + (isSingle(stretch, to, to + 1) ? 1 : 0);
    }

    private static boolean isSingle(List<Place> stretch, int beside, int beyond) {
        return isFree(stretch, beside) && !isFree(stretch, beyond);
    }

    private static boolean isFree(List<Place> stretch, int index) {
        return index >= 0 && index < stretch.size() && stretch.get(index).isFree;
    }
}
