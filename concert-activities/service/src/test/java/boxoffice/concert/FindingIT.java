package boxoffice.concert;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import boxoffice.testing.SqlServer;
import java.net.URLEncoder;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What a buyer finds, in a town of this test's own. */
@ParameterizedClass
@MethodSource("boxoffice.testing.Databases#all")
class FindingIT {

    /** The middle of a day, in Korea as in London. */
    private static final Instant NOON =
            Instant.now().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofHours(24 * 30 + 5));

    private final Programme town;
    private final Reader reader;

    FindingIT(SqlServer server) {
        var service = RunningService.shared(server);
        town = new Programme(service);
        reader = new Reader(service);
    }

    @AfterEach
    void leave() {
        reader.close();
    }

    private static Instant day(int number) {
        return NOON.plus(Duration.ofDays(number));
    }

    private void threeConcerts() {
        town.concert("carmen", "카르멘", "Carmen", "국립오페라단");
        town.concert("lights", "100% 불빛_쇼", "Lights!", "Band Namsan");
        town.concert("aria", "아리아의 밤", "An Evening of Arias", "조수미, Band Hangang");
        town.date("carmen", "carmen-1", day(3));
        town.date("lights", "lights-1", day(2));
        town.date("lights", "lights-2", day(4));
        town.date("aria", "aria-1", day(1));
    }

    @ParameterizedTest
    @CsvSource({
        "카르,         carmen",
        "CARMEN,       carmen",
        "band,         aria lights",
        "band hangang, aria",
        "hangang band, aria",
        "밤 evening,   aria",
        "%,            lights",
        "_,            lights",
        "!,            lights",
        "\\,           ''",
        "nobody,       ''",
        "국립오페라단, carmen",
        "'',           aria lights carmen"
    })
    void findsWordsInEitherTitleAndAmongPerformers(String text, String found) {
        threeConcerts();

        assertThat(names(find("text=" + encoded(text)))).isEqualTo(found);
    }

    @Test
    void findsWhatAKeyboardSendsLetterByLetter() {
        threeConcerts();

        var letters = Normalizer.normalize("카르멘", Normalizer.Form.NFD);
        assertThat(names(find("text=" + encoded(letters)))).isEqualTo("carmen");
    }

    @Test
    void findsTheDatesOfSomeDays() {
        threeConcerts();
        var second = day(2).truncatedTo(ChronoUnit.DAYS).toString().substring(0, 10);

        var whole = find("from=" + second + "&to=" + second);
        assertThat(names(whole)).isEqualTo("lights");
        assertThat(whole.at("/concerts/0/nextDate/startsAt").stringValue())
                .isEqualTo(day(2).toString());
        assertThat(whole.at("/concerts/0/dates").intValue()).isEqualTo(1);
        assertThat(names(find("from=" + day(3)))).isEqualTo("carmen lights");
        assertThat(names(find("to=" + day(3)))).as("which is not in it").isEqualTo("aria lights");
    }

    @Test
    void findsNothingInAnotherTown() {
        threeConcerts();

        assertThat(names(reader.json("/api/concerts?city=" + encoded(town.city + "x")))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"date", "title"})
    void pagesShowEachConcertOnceWhateverComesInMeanwhile(String sort) {
        threeConcerts();
        var first = find("limit=2&sort=" + sort);
        assertThat(names(first)).isEqualTo(sort.equals("date") ? "aria lights" : "lights aria");

        town.concert("early", "0", "Zero", "");
        town.date("early", "early-1", day(0));
        var next = first.at("/next").stringValue();
        var second = find("limit=2&sort=" + sort + "&cursor=" + next);
        assertThat(names(second)).isEqualTo("carmen");
        assertThat(second.has("next")).isFalse();

        var other = sort.equals("date") ? "title" : "date";
        assertThat(reader.get(path("limit=2&sort=" + other + "&cursor=" + next)).statusCode())
                .as("the cursor of another reading")
                .isEqualTo(400);
    }

    @Test
    void concertsOfTheSameMomentComeEachOnce() {
        for (var i = 0; i < 5; i++) {
            town.concert("c" + i, "같은 제목", "Same", "");
            town.date("c" + i, "c" + i, NOON);
        }
        for (var sort : List.of("date", "title")) {
            var seen = new ArrayList<String>();
            var page = find("limit=2&sort=" + sort);
            seen.add(names(page));
            while (page.has("next")) {
                page = find("limit=2&sort=" + sort + "&cursor=" + page.at("/next").stringValue());
                seen.add(names(page));
            }
            assertThat(seen).containsExactly("c0 c1", "c2 c3", "c4");
        }
    }

    @Test
    void keepsDraftsToThePromoter() {
        threeConcerts();
        town.change("aria-1", "state = 'DRAFT'");
        town.change("lights-1", "state = 'DRAFT'");

        assertThat(names(find(""))).isEqualTo("carmen lights");
        assertThat(status("/api/concerts/" + town.id("aria"))).isEqualTo(404);
        assertThat(status("/api/concerts/" + town.id("aria") + "/schedules")).isEqualTo(404);
        assertThat(status("/api/schedules/" + town.id("aria-1"))).isEqualTo(404);
        assertThat(status("/api/schedules/" + town.id("aria-1") + "/seats")).isEqualTo(404);
        var dates = reader.json("/api/concerts/" + town.id("lights") + "/schedules");
        assertThat(dates.at("/schedules").valueStream())
                .extracting(date -> date.at("/scheduleId").stringValue())
                .containsExactly(town.id("lights-2"));
    }

    @Test
    void looksForNoDateThatIsCanceledAndStillShowsIt() {
        threeConcerts();
        town.change("aria-1", "canceled_at = current_timestamp(6)");

        assertThat(names(find(""))).isEqualTo("lights carmen");
        assertThat(sale("aria-1")).isEqualTo("CANCELED");
    }

    @Test
    void saysWhatABuyerCanDo() {
        threeConcerts();
        var now = Instant.now();
        town.seat("carmen-1", "FREE");
        town.seat("lights-1", "BLOCKED");
        town.seat("lights-2", "FREE");
        town.seat("aria-1", "FREE");
        town.change("lights-2", "sale_opens_at = starts_at");
        town.presale("lights-2", now.minusSeconds(60), now.plusSeconds(3_600));
        town.change("aria-1", "state = 'PAUSED', waiting_room = true, buyer_seats_max = 4");

        assertThat(sale("carmen-1")).isEqualTo("ON_SALE");
        assertThat(sale("lights-1")).isEqualTo("SOLD_OUT");
        assertThat(sale("lights-2")).isEqualTo("PRESALE");
        assertThat(sale("aria-1")).isEqualTo("PAUSED");
        var paused = reader.json("/api/schedules/" + town.id("aria-1"));
        assertThat(paused.at("/waitingRoom").booleanValue()).isTrue();
        assertThat(paused.at("/buyerSeatsMax").intValue()).isEqualTo(4);
        var presale = reader.json("/api/schedules/" + town.id("lights-2")).at("/presales");
        assertThat(presale.toString()).contains("팬클럽").doesNotContain("quota", "code\"", "hash");
    }

    private String sale(String date) {
        return reader.json("/api/schedules/" + town.id(date)).at("/sale").stringValue();
    }

    private int status(String path) {
        return reader.get(path).statusCode();
    }

    private JsonNode find(String query) {
        return reader.json(path(query));
    }

    private String path(String query) {
        return "/api/concerts?city=" + encoded(town.city) + "&" + query;
    }

    /** The concerts' names in their order. */
    private String names(JsonNode page) {
        return String.join(
                " ",
                page.at("/concerts")
                        .valueStream()
                        .map(concert -> concert.at("/concertId").stringValue())
                        .map(id -> id.substring(0, id.indexOf('-')))
                        .toList());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
