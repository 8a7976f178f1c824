package boxoffice.booking.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import boxoffice.booking.contract.BestSeats;
import boxoffice.kernel.Money;
import boxoffice.web.ApiProblem;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a request for seats may say. */
class BookRequestTest {

    @Test
    void asksForTheBestSeats() {
        var checked = request(null, best(3, null), null).checked();
        assertThat(checked.seatNos()).isEmpty();
        assertThat(checked.best()).isEqualTo(new BestSeats(3, null, "R", null, false, false));
    }

    @Test
    void refusesNoneAndFiveHundred() {
        for (var quantity : new Integer[] {null, -1, 0, 11, 500}) {
            assertRefused(request(null, best(quantity, null), null), "invalid-quantity");
        }
        assertRefused(request(null, best(1, Money.won(0)), null), "invalid-budget");
        assertRefused(
                request(null, new BestRequest(1, " ", null, null, null, null), null),
                "invalid-section");
        assertRefused(
                request(null, new BestRequest(1, null, "x".repeat(21), null, null, null), null),
                "invalid-grade");
    }

    @Test
    void wantsCertainSeatsOrTheBest() {
        assertRefused(request(List.of("A-1"), best(1, null), null), "seats-and-best");
        assertRefused(request(null, null, null), "seats-missing");
        assertThat(request(List.of(), best(1, null), null).checked().best()).isNotNull();
    }

    @Test
    void keepsNoCode() {
        var checked = request(List.of("A-1"), null, " fans-2026 ").checked();
        assertThat(checked.presaleCodeHash()).hasSize(64);
        assertThat(checked.toString()).doesNotContainIgnoringCase("fans");
        assertRefused(request(List.of("A-1"), null, "short"), "invalid-presale-code");
        assertThat(request(List.of("A-1"), null, " ").checked().presaleCodeHash()).isNull();
    }

    @Test
    void tellsOneWishFromAnother() {
        var hashes =
                List.of(
                        request(List.of("A-1"), null, null).checked().hash(),
                        request(List.of("A-1"), null, "FANS-2026").checked().hash(),
                        request(null, best(1, null), null).checked().hash(),
                        request(null, best(2, null), null).checked().hash(),
                        request(null, best(2, Money.won(9)), null).checked().hash());
        assertThat(hashes).doesNotHaveDuplicates();
        assertThat(request(List.of("A-2", "A-1"), null, null).checked().hash())
                .isEqualTo(request(List.of("A-1", "A-2"), null, null).checked().hash());
    }

    private static BestRequest best(@Nullable Integer quantity, @Nullable Money budget) {
        return new BestRequest(quantity, null, "R", budget, null, null);
    }

    private static BookRequest request(
            @Nullable List<@Nullable String> seats,
            @Nullable BestRequest best,
            @Nullable String code) {
        return new BookRequest("gala-1", seats, best, code);
    }

    private static void assertRefused(BookRequest request, String code) {
        assertThatExceptionOfType(ApiProblem.class)
                .isThrownBy(request::checked)
                .satisfies(problem ->
                        assertThat(problem.getBody().getProperties()).containsEntry("code", code));
    }
}
