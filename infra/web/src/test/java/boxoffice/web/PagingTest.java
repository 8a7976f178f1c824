package boxoffice.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Pages over a list of numbers, largest first. */
class PagingTest {

    private static final Paging<Long> NUMBERS =
            new Paging<>(
                    "numbers",
                    number -> List.of(Long.toString(number)),
                    texts -> Long.parseLong(texts.getFirst()));

    private final List<Long> numbers = new ArrayList<>(List.of(9L, 8L, 7L, 6L, 5L));

    private Paging.Page<Long> read(String limit, @Nullable String cursor) {
        var asked = NUMBERS.asked(limit, cursor, "mina", null);
        var after = asked.after();
        var rows =
                numbers.stream()
                        .filter(number -> after == null || number < after)
                        .limit(asked.rows())
                        .toList();
        return asked.page(rows, number -> number);
    }

    private String secondPage() {
        var next = read("2", null).next();
        return next == null ? fail("there is no second page") : next;
    }

    @Test
    void goesOnWhereThePageBeforeEndedWhateverCameInMeanwhile() {
        var first = read("2", null);
        assertThat(first.items()).containsExactly(9L, 8L);
        numbers.addFirst(10L);
        var second = read("2", first.next());
        assertThat(second.items()).containsExactly(7L, 6L);
        var last = read("2", second.next());
        assertThat(last.items()).containsExactly(5L);
        assertThat(last.next()).isNull();
    }

    @Test
    void endsWithAPageThatIsJustFull() {
        assertThat(read("5", null).next()).isNull();
    }

    @Test
    void refusesWhateverIsNoCursorOfItsOwn() {
        var own = secondPage();
        var otherList = new Paging<Long>("others", number -> List.of("7"), texts -> 7L);
        var others = otherList.asked("1", null, "mina", null).cursorOf().apply(7L);
        for (var cursor :
                List.of(
                        "",
                        " ",
                        "7",
                        "AQ",
                        "\u0000",
                        "x".repeat(100_000),
                        UUID.randomUUID().toString(),
                        own + "AAAA",
                        own.substring(1),
                        others)) {
            assertRefused(() -> read("2", cursor), "cursor-invalid");
        }
    }

    @Test
    void refusesACursorThatAnybodyHasTurnedAByteOf() {
        var own = Base64.getUrlDecoder().decode(secondPage());
        for (var i = 0; i < own.length; i++) {
            var forged = own.clone();
            forged[i] ^= 1;
            var text = Base64.getUrlEncoder().withoutPadding().encodeToString(forged);
            assertRefused(() -> read("2", text), "cursor-invalid");
        }
    }

    @Test
    void refusesTheCursorOfAnotherReaderOrAnotherFilter() {
        var own = secondPage();
        assertRefused(() -> NUMBERS.asked("2", own, "tae", null), "cursor-invalid");
        assertRefused(() -> NUMBERS.asked("2", own, "mina", ""), "cursor-invalid");
        assertRefused(() -> NUMBERS.asked("2", own, "mina"), "cursor-invalid");
    }

    @Test
    void refusesAPositionThatIsNone() {
        var wordy = new Paging<String>("numbers", List::of, List::getFirst);
        var forged = wordy.asked("2", null, "mina", null).cursorOf().apply("seven");
        assertRefused(() -> read("2", forged), "cursor-invalid");
    }

    @Test
    void refusesALimitThatIsNone() {
        for (var limit : List.of("", "0", "-1", "101", "many", "2.5", "99999999999")) {
            assertRefused(() -> read(limit, null), "limit-invalid");
        }
    }

    private static void assertRefused(ThrowingCallable call, String code) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ApiProblem.class,
                        problem -> {
                            assertThat(problem.getStatusCode().value()).isEqualTo(400);
                            assertThat(problem.getBody().getProperties())
                                    .containsEntry("code", code);
                        });
    }
}
