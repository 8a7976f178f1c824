package boxoffice.booking.saga;

import boxoffice.payment.contract.AuditedPage;
import org.jspecify.annotations.Nullable;

/** What of the money belongs to no single booking. */
enum PaymentBooksAudit implements AuditRun.Part {
    WALLETS(after -> Services.paymentAudit("Hold wallets against the ledger").wallets(after)),
    CHARGES(after -> Services.paymentAudit("Read the provider's list").charges(after));

    private interface Pages {
        AuditedPage after(@Nullable String end);
    }

    private final Pages pages;

    PaymentBooksAudit(Pages pages) {
        this.pages = pages;
    }

    @Override
    public @Nullable String lookAt(@Nullable String after, Findings findings) {
        var page = pages.after(after);
        findings.seen(page.seen());
        page.differences().forEach(what -> findings.violation(name(), null, what));
        return page.next();
    }
}
