package boxoffice.payment.web;

import boxoffice.kernel.BuyerId;
import boxoffice.kernel.Money;
import boxoffice.payment.domain.Wallet;
import boxoffice.payment.store.Wallets;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class WalletController {

    private final Wallets wallets;
    private final Money nothing;

    WalletController(
            Wallets wallets, @Value("${boxoffice.payment.points-currency}") String currency) {
        this.wallets = wallets;
        this.nothing = new Money(0, currency);
    }

    /**
     * The buyer's own points. A buyer who was never given any has none, which is an answer and no
     * error: whoever asks wants to know how much there is to spend. Looking leaves no row behind.
     */
    @GetMapping("/api/wallet")
    WalletView wallet(BuyerId buyer) {
        return new WalletView(wallets.of(buyer).map(Wallet::balance).orElse(nothing));
    }
}
