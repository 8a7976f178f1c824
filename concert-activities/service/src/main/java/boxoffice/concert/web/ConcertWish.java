package boxoffice.concert.web;

import boxoffice.concert.domain.ConcertSearch;
import boxoffice.web.ApiProblem;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * What somebody looks for, out of a query. A field that is blank is one that is not there, for that
 * is what a form sends.
 *
 * @param from null is from now on
 */
record ConcertWish(
        List<String> words,
        @Nullable String city,
        @Nullable Instant from,
        @Nullable Instant to,
        ConcertSearch.Order order) {

    private static final int TEXT_LENGTH_MAX = 100;
    private static final int WORDS_MAX = 8;
    private static final int CITY_LENGTH_MAX = 60;

    /** Whose days are meant where a day is said, for the house is at home there. */
    private static final ZoneId DAYS = ZoneId.of("Asia/Seoul");

    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("3000-01-01T00:00:00Z");

    /**
     * @throws ApiProblem 400 with the code of the first field that says nothing that can be looked
     *     for
     */
    static ConcertWish of(
            @Nullable String text,
            @Nullable String city,
            @Nullable String from,
            @Nullable String to,
            String sort) {
        var first = moment("from", from, 0);
        // A day is wanted whole.
        var end = moment("to", to, 1);
        if (first != null && end != null && !first.isBefore(end)) {
            throw invalid("to-invalid", "There is nothing before 'from': let 'to' be after it.");
        }
        return new ConcertWish(words(text), cityOf(city), first, end, order(sort));
    }

    ConcertSearch search(Instant since, ConcertSearch.@Nullable Position after, int limit) {
        return new ConcertSearch(words, city, since, to, order, after, limit);
    }

    private static List<String> words(@Nullable String text) {
        if (text == null) {
            return List.of();
        }
        var words =
                Stream.of(composed(text).strip().split("\\s+"))
                        .filter(word -> !word.isEmpty())
                        .toList();
        if (text.length() > TEXT_LENGTH_MAX || words.size() > WORDS_MAX || unprintable(text)) {
            throw invalid(
                    "text-invalid",
                    "Look for %d words at most, of %d characters in all."
                            .formatted(WORDS_MAX, TEXT_LENGTH_MAX));
        }
        return words;
    }

    private static @Nullable String cityOf(@Nullable String city) {
        if (city == null || city.isBlank()) {
            return null;
        }
        if (city.length() > CITY_LENGTH_MAX || unprintable(city)) {
            throw invalid(
                    "city-invalid", "A city has %d characters at most.".formatted(CITY_LENGTH_MAX));
        }
        return composed(city).strip();
    }

    /** Some keyboards send a Korean syllable letter by letter; the rows have it whole. */
    private static String composed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    private static boolean unprintable(String text) {
        return text.codePoints().anyMatch(Character::isISOControl);
    }

    private static ConcertSearch.Order order(String sort) {
        return switch (sort) {
            case "date" -> ConcertSearch.Order.DATE;
            case "title" -> ConcertSearch.Order.TITLE;
            default -> throw invalid("sort-invalid", "Sort by 'date' or by 'title'.");
        };
    }

    private static @Nullable Instant moment(String field, @Nullable String text, int daysLater) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return checked(
                    text.contains("T")
                            ? OffsetDateTime.parse(text).toInstant()
                            : LocalDate.parse(text)
                                    .plusDays(daysLater)
                                    .atStartOfDay(DAYS)
                                    .toInstant());
        } catch (DateTimeException e) {
            throw invalid(
                    field + "-invalid",
                    "'%s' is a day such as 2026-12-24, or a time such as 2026-12-24T10:30:00Z; a"
                                    .formatted(field)
                            + " '+' in it is written %2B.");
        }
    }

    /**
     * @throws DateTimeException when the databases have no such time
     */
    static Instant checked(Instant moment) {
        if (moment.isBefore(EARLIEST) || !moment.isBefore(LATEST)) {
            throw new DateTimeException("too far away");
        }
        return moment;
    }

    private static ApiProblem invalid(String code, String detail) {
        return new ApiProblem(HttpStatus.BAD_REQUEST, code, detail);
    }
}
