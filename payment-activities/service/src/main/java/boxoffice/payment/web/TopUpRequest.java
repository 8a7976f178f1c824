package boxoffice.payment.web;

import boxoffice.kernel.BuyerId;
import boxoffice.kernel.Money;
import boxoffice.payment.domain.TopUp;
import boxoffice.web.ApiProblem;
import boxoffice.web.IdempotencyKey;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** The body of {@code POST /wallet/top-ups}, not yet believed. */
record TopUpRequest(
        @Schema(requiredMode = RequiredMode.REQUIRED) @Nullable Money amount,
        @Schema(requiredMode = RequiredMode.REQUIRED, pattern = "^" + METHOD_ID_FORM + "$")
                @Nullable String paymentMethodId) {

    /** A provider's id; a card's number, digits alone, is none. */
    private static final String METHOD_ID_FORM = "pm_[A-Za-z0-9_]{1,120}";

    private static final Pattern METHOD_ID = Pattern.compile(METHOD_ID_FORM);

    /**
     * @throws ApiProblem 400 invalid-amount or invalid-payment-method, 422 amount-over-limit or
     *     currency-mismatch
     */
    TopUp checked(BuyerId buyer, IdempotencyKey key, String currency) {
        if (amount == null || amount.amount() <= 0) {
            throw refused(
                    HttpStatus.BAD_REQUEST,
                    "invalid-amount",
                    "Say how many points: amount, more than nothing, in minor units.");
        }
        if (!amount.currency().equals(currency)) {
            throw refused(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "currency-mismatch",
                    "Points are in {0}.",
                    currency);
        }
        if (amount.amount() > TopUp.AMOUNT_MAX) {
            throw refused(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "amount-over-limit",
                    "At most {0} at once.",
                    TopUp.AMOUNT_MAX);
        }
        if (paymentMethodId == null || !METHOD_ID.matcher(paymentMethodId).matches()) {
            throw refused(
                    HttpStatus.BAD_REQUEST,
                    "invalid-payment-method",
                    "Name the card by the payment provider's id, such as pm_card_visa:"
                            + " paymentMethodId. Never send a card number.");
        }
        return TopUp.of(idOf(buyer, key), buyer, amount, paymentMethodId);
    }

    private static UUID idOf(BuyerId buyer, IdempotencyKey key) {
        var name = buyer.value() + "\n" + key.value();
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private static ApiProblem refused(
            HttpStatus status, String code, String detail, Object... facts) {
        return new ApiProblem(status, code, detail, facts);
    }
}
