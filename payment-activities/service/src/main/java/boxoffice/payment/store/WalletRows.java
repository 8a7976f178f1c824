package boxoffice.payment.store;

import boxoffice.kernel.BuyerId;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface WalletRows extends Repository<WalletRow, BuyerId> {

    Optional<WalletRow> findById(BuyerId buyer);
}
