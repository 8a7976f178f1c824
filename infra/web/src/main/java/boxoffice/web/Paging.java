package boxoffice.web;

import java.time.DateTimeException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * A list that is read page by page, each page by the position of the last item of the one before:
 * what comes in meanwhile moves nothing, and no item is shown twice or skipped. The position goes
 * out as an opaque cursor and comes back with the next request.
 *
 * <p>The query that belongs to it orders by a unique position, goes on strictly after it, and reads
 * {@link Asked#rows()} rows.
 *
 * @param <P> what a list is ordered by, such as a time and an id
 */
public final class Paging<P> {

    public static final int LIMIT_MAX = 100;

    private final String list;
    private final Function<P, List<String>> write;
    private final Function<List<String>, P> read;

    /**
     * @param list names the list among all lists of all services
     * @param read undoes {@code write}
     */
    public Paging(String list, Function<P, List<String>> write, Function<List<String>, P> read) {
        this.list = list;
        this.write = write;
        this.read = read;
    }

    /**
     * @param limit items at most, 1 to 100, as it stands in the query; else 400 limit-invalid
     * @param cursor the {@code next} of the page before, null for the first page; anything else,
     *     also a cursor of another scope, is 400 cursor-invalid
     * @param scope what the pages of one reading have in common: whose list it is, each filter and
     *     order; null for a filter that is not set
     */
    public Asked<P> asked(String limit, @Nullable String cursor, @Nullable Object... scope) {
        var count = countOf(limit);
        var scopeTexts =
                Stream.concat(Stream.of(list), Stream.of(scope).map(Paging::text)).toList();
        return new Asked<>(
                count,
                cursor == null ? null : position(scopeTexts, cursor),
                position -> Cursor.write(scopeTexts, write.apply(position)));
    }

    /** No filter is another thing than an empty one. */
    private static String text(@Nullable Object part) {
        return part == null ? "-" : "=" + part;
    }

    private P position(List<String> scope, String cursor) {
        var texts = Cursor.read(scope, cursor).orElseThrow(Paging::cursorInvalid);
        try {
            return read.apply(texts);
        } catch (IllegalArgumentException | IndexOutOfBoundsException | DateTimeException e) {
            throw cursorInvalid();
        }
    }

    private static ApiProblem cursorInvalid() {
        return new ApiProblem(
                HttpStatus.BAD_REQUEST,
                "cursor-invalid",
                "Send the 'next' of the page before as the cursor, with the same filters, or none"
                        + " to begin anew.");
    }

    private static int countOf(String limit) {
        try {
            var count = Integer.parseInt(limit);
            if (count >= 1 && count <= LIMIT_MAX) {
                return count;
            }
        } catch (NumberFormatException _) {
            // Not a number: told below, like a number out of range.
        }
        throw new ApiProblem(
                HttpStatus.BAD_REQUEST,
                "limit-invalid",
                "The limit is a number from 1 to {0}.",
                LIMIT_MAX);
    }

    /**
     * The page that was asked for.
     *
     * @param limit items at most
     * @param after the position of the last item of the page before; null for the first page
     */
    public record Asked<P>(int limit, @Nullable P after, Function<P, String> cursorOf) {

        /** How many rows to read: one more than is shown tells whether there is a next page. */
        public int rows() {
            return limit + 1;
        }

        /** Cuts what was found to the page. */
        public <T> Page<T> page(List<T> found, Function<T, P> positionOf) {
            var items = found.subList(0, Math.min(limit, found.size()));
            var next =
                    found.size() > limit
                            ? positionOf.andThen(cursorOf).apply(items.getLast())
                            : null;
            return new Page<>(items, next);
        }
    }

    /**
     * A page.
     *
     * @param next the cursor of the page after this one; null on the last page
     */
    public record Page<T>(List<T> items, @Nullable String next) {

        public Page {
            items = List.copyOf(items);
        }
    }
}
