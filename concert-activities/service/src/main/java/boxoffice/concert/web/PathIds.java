package boxoffice.concert.web;

import java.util.Optional;
import java.util.function.Function;

/** Ids out of a path: one that cannot be an id names nothing, like one that is not known. */
final class PathIds {
    private PathIds() {}

    static <T> Optional<T> read(Function<String, T> type, String text) {
        try {
            return Optional.of(type.apply(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
