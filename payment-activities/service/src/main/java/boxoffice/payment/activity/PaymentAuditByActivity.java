package boxoffice.payment.activity;

import boxoffice.kernel.BookingId;
import boxoffice.kernel.BookingMoney;
import boxoffice.kernel.BookingMoneyPage;
import boxoffice.kernel.BookingsQuery;
import boxoffice.payment.contract.AuditedPage;
import boxoffice.payment.contract.PaymentAudit;
import boxoffice.payment.domain.PaymentOnBooks;
import boxoffice.payment.provider.CardsOnBooks;
import boxoffice.payment.store.AuditReads;
import boxoffice.payment.store.AuditReads.WalletOnBooks;
import boxoffice.temporal.Heartbeat;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class PaymentAuditByActivity implements PaymentAudit {

    private static final int WALLETS_MAX = 500;

    private final AuditReads books;
    private final CardsOnBooks cards;

    PaymentAuditByActivity(AuditReads books, CardsOnBooks cards) {
        this.books = books;
        this.cards = cards;
    }

    @Override
    public BookingMoneyPage money(BookingsQuery query) {
        return audited(books.page(query));
    }

    @Override
    public BookingMoneyPage moneyOf(List<BookingId> bookingIds) {
        return audited(books.of(bookingIds));
    }

    private BookingMoneyPage audited(List<PaymentOnBooks> payments) {
        var audited = new ArrayList<BookingMoney>();
        try (var heartbeat = Heartbeat.start()) {
            for (var payment : payments) {
                heartbeat.check();
                audited.add(audited(payment));
            }
        }
        return new BookingMoneyPage(audited);
    }

    private BookingMoney audited(PaymentOnBooks payment) {
        return new BookingMoney(
                payment.bookingId(),
                payment.isSettled(),
                payment.kept(),
                payment.fees(),
                Stream.of(payment.differences(), cards.differences(payment))
                        .flatMap(List::stream)
                        .toList());
    }

    @Override
    public AuditedPage wallets(@Nullable String after) {
        var page = books.wallets(after, WALLETS_MAX);
        return new AuditedPage(
                page.size(),
                page.size() < WALLETS_MAX ? null : page.getLast().buyerId(),
                page.stream()
                        .filter(wallet -> wallet.balance() != wallet.entries())
                        .map(PaymentAuditByActivity::inWords)
                        .toList());
    }

    private static String inWords(WalletOnBooks wallet) {
        return "the wallet of %s has %d, the sum of its entries is %d"
                .formatted(wallet.buyerId(), wallet.balance(), wallet.entries());
    }

    @Override
    public AuditedPage charges(@Nullable String after) {
        try (var _ = Heartbeat.start()) {
            var part = cards.list(after);
            return new AuditedPage(part.seen(), part.next(), part.unknown());
        }
    }
}
