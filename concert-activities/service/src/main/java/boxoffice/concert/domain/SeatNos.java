package boxoffice.concert.domain;

import java.util.HashSet;
import java.util.List;

/**
 * The seats one command is about: at least one, each once, sorted. Every command goes through them
 * in this order, so that two commands never wait for each other in a ring.
 */
public record SeatNos(List<String> values) {

    /**
     * @throws IllegalArgumentException when there is none or one comes twice
     */
    public SeatNos {
        values = values.stream().sorted().toList();
        if (values.isEmpty()) {
            throw new IllegalArgumentException("no seats");
        }
        var seen = new HashSet<String>();
        for (var value : values) {
            if (!seen.add(value)) {
                throw new IllegalArgumentException("the same seat twice: " + value);
            }
        }
    }

    /** The same, from a list in any order. */
    public static SeatNos of(List<String> values) {
        return new SeatNos(values);
    }

    public int count() {
        return values.size();
    }
}
