package boxoffice.payment.store;

import boxoffice.kernel.BuyerId;
import boxoffice.kernel.Money;
import boxoffice.payment.domain.Wallet;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/** A row of {@code wallets}. */
@Table("wallets")
record WalletRow(@Id BuyerId buyerId, long balance, String currency) {

    Wallet toWallet() {
        return new Wallet(buyerId, new Money(balance, currency));
    }
}
