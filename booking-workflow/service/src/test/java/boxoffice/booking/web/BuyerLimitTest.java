package boxoffice.booking.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import boxoffice.kernel.BuyerId;
import boxoffice.web.ApiProblem;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Who tries card after card, alone or with many names. */
class BuyerLimitTest {

    private static final int CARDS = 3;
    private static final int CODES = 2;
    private static final BuyerId MINA = new BuyerId("mina");

    private final BuyerLimit limit =
            new BuyerLimit(
                    new EdgeProperties(
                            Duration.ofSeconds(2),
                            1,
                            1,
                            1,
                            2,
                            CARDS,
                            CODES,
                            URI.create("http://127.0.0.1"),
                            10,
                            20));

    @Test
    void letsABuyerTrySomeCardsAndNoMore() {
        for (var card = 0; card < CARDS; card++) {
            assertThatCode(() -> limit.admitCard(MINA, "10.0.0.1")).doesNotThrowAnyException();
        }
        assertRefused(() -> limit.admitCard(MINA, "10.0.0.2"), "too-many-cards");
        assertThatCode(() -> limit.admitCard(new BuyerId("tae"), "10.0.0.1"))
                .doesNotThrowAnyException();
    }

    @Test
    void noticesManyBuyersBehindOneAddress() {
        for (var buyer = 0; buyer < 5 * CARDS; buyer++) {
            limit.admitCard(new BuyerId("buyer-" + buyer), "10.0.0.1");
        }
        assertRefused(() -> limit.admitCard(new BuyerId("one-more"), "10.0.0.1"), "too-many-cards");
        assertThatCode(() -> limit.admitCard(new BuyerId("another"), "10.0.0.2"))
                .doesNotThrowAnyException();
    }

    @Test
    void letsNobodyGuessPresaleCodes() {
        limit.admitPresaleCode(MINA, "10.0.0.1");
        limit.admitPresaleCode(MINA, "10.0.0.1");
        assertRefused(() -> limit.admitPresaleCode(MINA, "10.0.0.2"), "too-many-presale-codes");
        for (var buyer = 2; buyer < 5 * CODES; buyer++) {
            limit.admitPresaleCode(new BuyerId("buyer-" + buyer), "10.0.0.1");
        }
        assertRefused(
                () -> limit.admitPresaleCode(new BuyerId("one-more"), "10.0.0.1"),
                "too-many-presale-codes");
        assertThatCode(() -> limit.admitCard(MINA, "10.0.0.1")).doesNotThrowAnyException();
    }

    @Test
    void letsABuyerClickAsFastAsPeopleDo() {
        limit.admit(MINA);
        limit.admit(MINA);
        assertRefused(() -> limit.admit(MINA), "too-many-requests");
    }

    private static void assertRefused(Runnable request, String code) {
        assertThatExceptionOfType(ApiProblem.class)
                .isThrownBy(request::run)
                .satisfies(problem ->
                        assertThat(problem.getBody().getProperties()).containsEntry("code", code));
    }
}
