package boxoffice.payment.provider;

import boxoffice.payment.domain.DeclineReason;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Stripe's words for a decline in ours. What is not listed is {@code CARD_DECLINED}: also lost and
 * stolen, which whoever holds the card must not learn.
 */
final class Declines {
    private Declines() {}

    private static final Map<String, DeclineReason> REASONS =
            Map.ofEntries(
                    Map.entry("insufficient_funds", DeclineReason.INSUFFICIENT_FUNDS),
                    Map.entry("withdrawal_count_limit_exceeded", DeclineReason.INSUFFICIENT_FUNDS),
                    Map.entry("expired_card", DeclineReason.EXPIRED_CARD),
                    Map.entry("incorrect_cvc", DeclineReason.INCORRECT_CVC),
                    Map.entry("invalid_cvc", DeclineReason.INCORRECT_CVC),
                    Map.entry("card_not_supported", DeclineReason.CARD_NOT_SUPPORTED),
                    Map.entry("currency_not_supported", DeclineReason.CARD_NOT_SUPPORTED),
                    Map.entry("service_not_allowed", DeclineReason.CARD_NOT_SUPPORTED),
                    Map.entry("transaction_not_allowed", DeclineReason.CARD_NOT_SUPPORTED),
                    Map.entry("not_permitted", DeclineReason.CARD_NOT_SUPPORTED),
                    Map.entry("authentication_required", DeclineReason.AUTHENTICATION_REQUIRED),
                    Map.entry("authentication_not_handled", DeclineReason.AUTHENTICATION_REQUIRED),
                    Map.entry("offline_pin_required", DeclineReason.AUTHENTICATION_REQUIRED),
                    Map.entry(
                            "payment_intent_authentication_failure",
                            DeclineReason.AUTHENTICATION_REQUIRED),
                    Map.entry("processing_error", DeclineReason.PROCESSING_ERROR),
                    Map.entry("issuer_not_available", DeclineReason.PROCESSING_ERROR),
                    Map.entry("reenter_transaction", DeclineReason.PROCESSING_ERROR),
                    Map.entry("try_again_later", DeclineReason.PROCESSING_ERROR));

    /**
     * @param code the error's, such as {@code card_declined}
     * @param declineCode the bank's, which says more
     */
    static DeclineReason reason(@Nullable String code, @Nullable String declineCode) {
        var byBank = declineCode == null ? null : REASONS.get(declineCode);
        if (byBank != null) {
            return byBank;
        }
        var byProvider = code == null ? null : REASONS.get(code);
        return byProvider == null ? DeclineReason.CARD_DECLINED : byProvider;
    }
}
