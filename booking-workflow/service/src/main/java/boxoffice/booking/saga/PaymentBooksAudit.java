package boxoffice.booking.saga;

import boxoffice.payment.contract.AuditedPage;
import org.jspecify.annotations.Nullable;

/** What of the money belongs to no single booking. */
enum PaymentBooksAudit implements AuditRun.Part {
    WALLETS {
        @Override
        AuditedPage page(@Nullable String after) {
            return Services.paymentAudit("Hold wallets against the ledger").wallets(after);
        }
    },
    CHARGES {
        @Override
        AuditedPage page(@Nullable String after) {
            return Services.paymentAudit("Read the provider's list").charges(after);
        }
    };

    abstract AuditedPage page(@Nullable String after);

    @Override
    public @Nullable String lookAt(@Nullable String after, Findings findings) {
        var page = page(after);
        findings.seen(page.seen());
        page.differences().forEach(what -> findings.violation(name(), null, what));
        return page.next();
    }
}
