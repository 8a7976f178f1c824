package boxoffice.booking.saga;

import boxoffice.kernel.BookingId;
import boxoffice.kernel.BookingMoney;
import boxoffice.kernel.BookingMoneyPage;
import boxoffice.kernel.BookingsQuery;
import boxoffice.kernel.Money;
import boxoffice.payment.contract.AuditedPage;
import boxoffice.payment.contract.PaymentAudit;
import java.util.List;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** What the audit is told of the money, as a test writes it down; read for real elsewhere. */
final class TownBooks {

    private static final Money NOTHING = Money.won(0);

    /** One service's books. */
    static final class Side {
        private final NavigableMap<String, BookingMoney> money = new ConcurrentSkipListMap<>();

        void has(BookingMoney booking) {
            money.put(booking.bookingId().toString(), booking);
        }

        void keeps(BookingId id, long won) {
            has(new BookingMoney(id, true, Money.won(won), NOTHING, List.of()));
        }

        BookingMoneyPage page(BookingsQuery query) {
            var after = query.after();
            return new BookingMoneyPage(
                    (after == null ? money : money.tailMap(after.toString(), false))
                            .values().stream().limit(query.limit()).toList());
        }

        BookingMoneyPage of(List<BookingId> ids) {
            return new BookingMoneyPage(
                    money.values().stream().filter(it -> ids.contains(it.bookingId())).toList());
        }
    }

    final Side payments = new Side();
    final Side orders = new Side();
    final List<AuditedPage> walletPages = new CopyOnWriteArrayList<>();

    final PaymentAudit payment =
            new PaymentAudit() {
                @Override
                public BookingMoneyPage money(BookingsQuery query) {
                    return payments.page(query);
                }

                @Override
                public BookingMoneyPage moneyOf(List<BookingId> bookingIds) {
                    return payments.of(bookingIds);
                }

                @Override
                public AuditedPage wallets(@Nullable String after) {
                    return walletPages.isEmpty()
                            ? new AuditedPage(0, null, List.of())
                            : walletPages.get(after == null ? 0 : Integer.parseInt(after));
                }

                @Override
                public AuditedPage charges(@Nullable String after) {
                    return new AuditedPage(0, null, List.of());
                }
            };
}
