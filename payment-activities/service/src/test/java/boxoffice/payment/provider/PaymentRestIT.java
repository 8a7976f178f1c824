package boxoffice.payment.provider;

import static org.assertj.core.api.Assertions.assertThat;

import boxoffice.kernel.BookingId;
import boxoffice.kernel.BuyerId;
import boxoffice.kernel.Money;
import boxoffice.payment.RunningService;
import boxoffice.payment.domain.ChargeAttempt;
import boxoffice.payment.domain.RefundAsked;
import boxoffice.payment.domain.RefundResult;
import boxoffice.payment.store.Payments;
import boxoffice.payment.store.Refunds;
import boxoffice.testing.Databases;
import boxoffice.testing.service.TestIssuer;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How a booking is paid, and how a refund of it would be parted, over real HTTP. */
class PaymentRestIT {

    private static final Money PRICE = Money.won(110_000);

    private final RunningService service = RunningService.on(Databases.any());
    private final Refunds refunds = service.bean(Refunds.class);
    private final BuyerId mina = service.buyerWith("mina", 50_000);
    private final BookingId booking = service.booking();

    private void pay(long points) {
        var bank = new Bank();
        var payments = service.bean(Payments.class);
        new Cards(
                        payments,
                        new RefundsToCards(refunds, Optional.of(bank)),
                        Optional.of(bank),
                        new News())
                .charge(new ChargeAttempt(booking, mina, 1, PRICE, points, Bank.GOOD), () -> {});
    }

    private HttpResponse<String> ask(String buyer, String what) {
        return service.get("/api/payments/" + what, TestIssuer.shared().token(buyer));
    }

    private JsonNode shown(String query) {
        var answer = ask(mina.value(), booking + query);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }

    private static List<Long> parts(JsonNode view, String what) {
        return List.of(
                view.path(what).path("points").path("amount").asLong(-1),
                view.path(what).path("card").path("amount").asLong(-1));
    }

    @Test
    void tellsWhichPartOfARefundGoesWhere() {
        pay(10_001);
        var before = shown("?refund=33333");
        assertThat(parts(before, "paid")).containsExactly(10_001L, 99_999L);
        assertThat(parts(before, "refunded")).containsExactly(0L, 0L);
        var begun =
                (RefundResult.Begun)
                        refunds.begin(
                                new RefundAsked(
                                        booking, mina, "c1", Money.won(33_333), Money.won(4_000)));
        assertThat(parts(before, "refund"))
                .as("as it was told")
                .containsExactly(begun.refund().points(), begun.refund().card());
        var after = shown("");
        assertThat(parts(after, "refunded"))
                .containsExactly(begun.refund().points(), begun.refund().card());
        assertThat(after.has("refund")).isFalse();
    }

    @Test
    void refusesARefundOfMoreThanIsLeft() {
        pay(10_000);
        refunds.begin(new RefundAsked(booking, mina, "c1", Money.won(50_000), Money.won(10_000)));
        assertThat(parts(shown("?refund=50000"), "refund").stream().mapToLong(it -> it).sum())
                .isEqualTo(50_000);
        for (var wrong : List.of("50001", "-1", "all", "", "99999999999999999999")) {
            var answer = ask(mina.value(), booking + "?refund=" + wrong);
            assertThat(answer.statusCode()).as(wrong).isEqualTo(400);
            assertThat(answer.body()).contains("\"code\":\"refund-invalid\"");
        }
    }

    @Test
    void hidesWhatIsNotPaidAndThePaymentsOfOthers() {
        var unpaid = ask(mina.value(), booking.toString());
        assertThat(unpaid.statusCode()).isEqualTo(404);
        assertThat(unpaid.body()).contains("payment-not-found");
        pay(0);
        assertThat(ask("somebody-else", booking.toString()).statusCode()).isEqualTo(404);
        assertThat(ask(mina.value(), "17").statusCode()).isEqualTo(404);
        assertThat(ask(mina.value(), UUID.randomUUID().toString()).statusCode()).isEqualTo(404);
        assertThat(service.get("/api/payments/" + booking, null).statusCode()).isEqualTo(401);
    }
}
