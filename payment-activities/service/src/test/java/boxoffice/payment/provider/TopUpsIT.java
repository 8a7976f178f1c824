package boxoffice.payment.provider;

import static org.assertj.core.api.Assertions.assertThat;

import boxoffice.kernel.BuyerId;
import boxoffice.kernel.Money;
import boxoffice.payment.Books;
import boxoffice.payment.RunningService;
import boxoffice.payment.domain.DeclineReason;
import boxoffice.payment.domain.TopUp;
import boxoffice.payment.store.TopUps;
import boxoffice.testing.SqlServer;
import boxoffice.testing.service.AtOnce;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Points bought by card: there once, whatever is lost on the way. */
@ParameterizedClass
@MethodSource("boxoffice.testing.Databases#all")
class TopUpsIT {

    private static final Money AMOUNT = Money.won(50_000);

    private final RunningService service;
    private final Bank bank = new Bank();
    private final News news = new News();
    private final TopUps rows;
    private final TopUpsByCard topUps;
    private final BuyerId buyer;

    TopUpsIT(SqlServer server) {
        service = RunningService.on(server);
        rows = service.bean(TopUps.class);
        topUps = new TopUpsByCard(rows, Optional.of(bank), news);
        buyer = service.buyerWithoutWallet("mina");
    }

    @AfterEach
    void theBooksBalance() {
        Books.balance(service);
    }

    @Test
    void givesPointsOnceHoweverOftenItIsAskedAtOnce() {
        var asked = asked(Bank.GOOD);
        var answers = AtOnce.times(20, () -> topUps.topUp(asked));
        assertThat(answers).allMatch(it -> it.state() == TopUp.State.DONE);
        assertThat(service.balance(buyer)).isEqualTo(AMOUNT.amount());
        assertThat(bank.kept(name(asked))).isEqualTo(AMOUNT.amount());
    }

    @Test
    void givesNothingForACardThatIsDeclinedAndSaysSoAgain() {
        var asked = asked(Bank.BAD);
        for (var time = 0; time < 2; time++) {
            var topUp = topUps.topUp(asked);
            assertThat(topUp.state()).isEqualTo(TopUp.State.DECLINED);
            assertThat(topUp.declined()).isEqualTo(DeclineReason.CARD_DECLINED);
        }
        assertThat(service.number("select count(*) from wallets where buyer_id = ?", buyer.value()))
                .isZero();
    }

    @Test
    void takesALostAnswerForNeitherAndLearnsItFromTheProvidersNews() {
        bank.after(Bank::lost);
        var asked = asked(Bank.GOOD);
        assertThat(topUps.topUp(asked).state()).isEqualTo(TopUp.State.PENDING);
        news.heard(name(asked));
        news.heard(name(asked));
        assertThat(service.balance(buyer)).isEqualTo(AMOUNT.amount());
        assertThat(topUps.topUp(asked).state()).isEqualTo(TopUp.State.DONE);
    }

    @Test
    void goesOnByItselfWithOneThatWasForgotten() {
        bank.before(Bank::lost);
        var asked = asked(Bank.GOOD);
        assertThat(topUps.topUp(asked).state()).isEqualTo(TopUp.State.PENDING);
        assertThat(rows.pendingLongerThan(Duration.ofMinutes(1), 100))
                .noneMatch(it -> it.id().equals(asked.id()));
        service.write(
                "update top_ups set updated_at = updated_at - interval 1 hour where top_up_id = ?",
                asked.id().toString());
        topUps.goOnWithTheForgotten();
        assertThat(service.balance(buyer)).isEqualTo(AMOUNT.amount());
    }

    private TopUp asked(String card) {
        return TopUp.of(UUID.randomUUID(), buyer, AMOUNT, card);
    }

    private static String name(TopUp topUp) {
        return "top-up/" + topUp.id();
    }
}
