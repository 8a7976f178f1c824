package boxoffice.payment.web;

import boxoffice.kernel.BookingId;
import boxoffice.kernel.Money;
import boxoffice.payment.domain.Transfer;
import boxoffice.payment.domain.WalletEntry;
import boxoffice.web.Paging;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a wallet's entries.
 *
 * @param next the cursor of the next page; null on the last one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record EntriesView(List<Entry> entries, @Nullable String next) {

    /** One movement; below zero where points went away. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Entry(Money amount, Transfer.Cause cause, @Nullable BookingId bookingId, Instant at) {}

    static EntriesView of(Paging.Page<WalletEntry> page) {
        return new EntriesView(
                page.items().stream()
                        .map(it ->
                                new Entry(it.amount(), it.cause(), it.bookingId(), it.createdAt()))
                        .toList(),
                page.next());
    }
}
