package boxoffice.payment.provider;

import boxoffice.kernel.Money;
import boxoffice.payment.provider.RefundAnswer.Done;
import boxoffice.payment.provider.RefundAnswer.Failed;
import boxoffice.payment.provider.RefundAnswer.Pending;
import com.stripe.model.Refund;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.RefundListParams;
import com.stripe.service.RefundService;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Money on its way back through Stripe. Each refund carries its key in its metadata and is looked
 * for by it before it is made, so that it is found also when Stripe has forgotten the key.
 */
final class StripeRefunds {

    private static final String KEY = "refund";
    private static final long PAGE_SIZE = 100;

    private final RefundService refunds;
    private final StripeCalls calls;

    StripeRefunds(RefundService refunds, StripeCalls calls) {
        this.refunds = refunds;
        this.calls = calls;
    }

    RefundAnswer refund(String ref, String key, Money amount) {
        var wanted =
                RefundCreateParams.builder()
                        .setPaymentIntent(ref)
                        .setAmount(amount.amount())
                        .putMetadata(KEY, key)
                        .build();
        try {
            var refund =
                    find(ref, key)
                            .orElseGet(() ->
                                    calls.once(
                                            "refund",
                                            key,
                                            options -> refunds.create(wanted, options),
                                            () -> find(ref, key)));
            return standingOf(refund);
        } catch (StripeCalls.Refused e) {
            if (e.isMissing() || e.isOtherCall()) {
                throw e.asFault();
            }
            // There is no refund; its key stands for it.
            return new Failed(key, e.code());
        }
    }

    private Optional<Refund> find(String ref, String key) {
        @Nullable String after = null;
        while (true) {
            var wanted = RefundListParams.builder().setPaymentIntent(ref).setLimit(PAGE_SIZE);
            if (after != null) {
                wanted.setStartingAfter(after);
            }
            var page = calls.ask("look for refund", () -> refunds.list(wanted.build()));
            var found =
                    page.getData().stream()
                            .filter(refund -> key.equals(refund.getMetadata().get(KEY)))
                            .findFirst();
            if (found.isPresent() || !page.getHasMore()) {
                return found;
            }
            after = page.getData().getLast().getId();
        }
    }

    RefundAnswer standing(String refundRef) {
        try {
            return standingOf(calls.ask("look at refund", () -> refunds.retrieve(refundRef)));
        } catch (StripeCalls.Refused e) {
            throw e.asFault();
        }
    }

    private static RefundAnswer standingOf(Refund refund) {
        return switch (refund.getStatus()) {
            case "succeeded" -> new Done(refund.getId());
            case "failed", "canceled" ->
                    new Failed(refund.getId(), String.valueOf(refund.getFailureReason()));
            default -> new Pending(refund.getId());
        };
    }
}
