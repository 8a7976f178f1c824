package boxoffice.payment.store;

import boxoffice.kernel.BookingId;
import boxoffice.kernel.BuyerId;
import boxoffice.payment.domain.Transfer;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

interface WalletRows extends Repository<WalletRow, BuyerId> {

    Optional<WalletRow> findById(BuyerId buyer);

    @Query(
            """
            select id, amount, currency, cause, booking_id, created_at from ledger_entries
            where account = :account and id < :before
            order by id desc
            limit :count
            """)
    List<EntryRow> entries(String account, long before, int count);

    /** A row of {@code ledger_entries} of a wallet's account. */
    record EntryRow(
            long id,
            long amount,
            String currency,
            Transfer.Cause cause,
            @Nullable BookingId bookingId,
            LocalDateTime createdAt) {}
}
