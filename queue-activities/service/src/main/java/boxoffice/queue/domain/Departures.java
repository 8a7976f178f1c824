package boxoffice.queue.domain;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Numbers of those who left the line before they were let in. Immutable, so that who reads a
 * position never meets a half-told one; what it counts is found by bisection, however long the
 * line.
 */
public final class Departures {

    public static final Departures NONE = new Departures(new BitSet(), new int[0]);

    private final BitSet all;
    private final int[] sorted;

    private Departures(BitSet all, int[] sorted) {
        this.all = all;
        this.sorted = sorted;
    }

    /** These and those; the same where all of them are known. */
    public Departures and(Iterable<Long> numbers) {
        var more = (BitSet) all.clone();
        numbers.forEach(number -> more.set(Math.toIntExact(number)));
        return more.cardinality() == sorted.length
                ? this
                : new Departures(more, more.stream().toArray());
    }

    public boolean contains(long number) {
        return all.get(Math.toIntExact(number));
    }

    /** How many have a number above the first and below the second. */
    public int between(long above, long below) {
        return Math.max(0, below(below) - below(above + 1));
    }

    private int below(long number) {
        var found = Arrays.binarySearch(sorted, Math.toIntExact(number));
        return found >= 0 ? found : -found - 1;
    }
}
