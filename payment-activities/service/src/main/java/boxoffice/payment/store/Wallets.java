package boxoffice.payment.store;

import boxoffice.kernel.BuyerId;
import boxoffice.kernel.Money;
import boxoffice.payment.domain.Transfer;
import boxoffice.payment.domain.Wallet;
import boxoffice.payment.domain.WalletEntry;
import boxoffice.persistence.Timestamps;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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

    /**
     * What moved in and out of the buyer's wallet, newest first.
     *
     * @param before only entries with a lower id; null for the newest
     */
    @Transactional
    public List<WalletEntry> entries(BuyerId buyer, @Nullable Long before, int count) {
        return rows
                .entries(Transfer.wallet(buyer), before == null ? Long.MAX_VALUE : before, count)
                .stream()
                .map(row ->
                        new WalletEntry(
                                row.id(),
                                new Money(row.amount(), row.currency()),
                                row.cause(),
                                row.bookingId(),
                                Timestamps.instant(row.createdAt())))
                .toList();
    }
}
