package boxoffice.concert.domain;

import boxoffice.kernel.ConcertId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a buyer looks for: concerts that have a date from then until then, in that city, and each of
 * the words in a title or among the performers.
 *
 * @param city null is everywhere
 * @param to the first instant after the dates that are wanted; null is for ever
 * @param after where the page before ended; null for the first one
 * @param limit concerts at most
 */
public record ConcertSearch(
        List<String> words,
        @Nullable String city,
        Instant from,
        @Nullable Instant to,
        Order order,
        @Nullable Position after,
        int limit) {

    public ConcertSearch {
        words = List.copyOf(words);
    }

    /** By what concerts are sorted; those that are alike in it, by their id. */
    public enum Order {
        /** Of the first date that is wanted. */
        DATE,
        TITLE
    }

    /** A concert's place among those found, in either order. */
    public record Position(Instant startsAt, String title, ConcertId concertId) {

        public static Position of(ConcertOnShow found) {
            return new Position(
                    found.next().startsAt(), found.concert().title(), found.concert().concertId());
        }
    }
}
