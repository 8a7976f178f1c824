package boxoffice.payment.store;

import boxoffice.kernel.BuyerId;
import boxoffice.payment.domain.Wallet;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Buyers' wallets, to be looked at; only payments move what is in them. */
@Component
public class Wallets {

    private final WalletRows rows;

    Wallets(WalletRows rows) {
        this.rows = rows;
    }

    /** The buyer's wallet; empty where the buyer was never given points. */
    @Transactional
    public Optional<Wallet> of(BuyerId buyer) {
        return rows.findById(buyer).map(WalletRow::toWallet);
    }
}
