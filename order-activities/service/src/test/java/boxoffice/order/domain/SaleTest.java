package boxoffice.order.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import boxoffice.kernel.ConcertId;
import boxoffice.kernel.FeePolicy;
import boxoffice.kernel.Money;
import boxoffice.kernel.PromoterId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class SaleTest {

    private static final OrderLine ONE = new OrderLine("A-1-1", Money.won(110_000));
    private static final OrderLine OTHER = new OrderLine("A-1-2", Money.won(90_000));

    @Test
    void isTheSumOfItsLines() {
        assertThat(sale(List.of(ONE, OTHER), Money.won(200_000)).lines()).hasSize(2);
        assertRefused(List.of(ONE, OTHER), Money.won(110_000));
        assertRefused(List.of(ONE), new Money(110_000, "USD"));
    }

    @Test
    void hasAtLeastOneLineAndEachSeatOnce() {
        assertRefused(List.of(), Money.won(0));
        assertRefused(List.of(ONE, ONE), Money.won(220_000));
    }

    @Test
    void takesAFreeSeatAndNoneBelowZero() {
        var free = new OrderLine("A-1-3", Money.won(0));
        assertThat(sale(List.of(free), Money.won(0)).total()).isEqualTo(Money.won(0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OrderLine("A-1-3", Money.won(-1)));
    }

    @Test
    void keepsTheTimeAsFinelyAsTheDatabaseDoes() {
        assertThat(sale(List.of(ONE), ONE.price()).startsAt())
                .isEqualTo(Instant.parse("2026-12-24T10:30:00.123456Z"));
    }

    private static void assertRefused(List<OrderLine> lines, Money total) {
        assertThatIllegalArgumentException().isThrownBy(() -> sale(lines, total));
    }

    private static Sale sale(List<OrderLine> lines, Money total) {
        return new Sale(
                new ConcertId("winter-serenade"),
                "Winter Serenade",
                new PromoterId("park"),
                "Hangang Concert Hall",
                Instant.parse("2026-12-24T10:30:00.123456789Z"),
                Instant.parse("2026-11-01T03:00:00Z"),
                new FeePolicy(
                        "standard",
                        1,
                        ZoneId.of("Asia/Seoul"),
                        List.of(new FeePolicy.Tier(1, null, 10, null))),
                lines,
                total);
    }
}
