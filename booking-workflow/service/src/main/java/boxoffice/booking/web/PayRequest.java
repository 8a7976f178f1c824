package boxoffice.booking.web;

import boxoffice.booking.contract.PayBooking;
import boxoffice.kernel.BuyerId;
import boxoffice.kernel.Money;
import boxoffice.web.ApiProblem;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * The body of {@code POST /bookings/{id}/payment}, not yet believed.
 *
 * @param amount what the buyer believes to pay; may be left out
 * @param points the part in points, for {@code POINTS_AND_CARD}
 * @param paymentMethodId the provider's id of the card, for the two that use one
 */
record PayRequest(
        @Schema(
                        requiredMode = RequiredMode.REQUIRED,
                        allowableValues = {"POINTS", "CARD", "POINTS_AND_CARD"})
                @Nullable String method,
        @Nullable Money amount,
        @Nullable Money points,
        @Schema(pattern = "^" + METHOD_ID_FORM + "$") @Nullable String paymentMethodId) {

    /** A provider's id; a card's number, digits alone, is none. */
    private static final String METHOD_ID_FORM = "pm_[A-Za-z0-9_]{1,120}";

    private static final Pattern METHOD_ID = Pattern.compile(METHOD_ID_FORM);

    /**
     * @throws ApiProblem 400 unknown-method, invalid-payment-method, invalid-points or
     *     invalid-amount
     */
    PayBooking checkedFor(BuyerId buyer) {
        var method = this.method == null ? "" : this.method;
        switch (method) {
            case "POINTS" -> requireNothingElse(paymentMethodId == null && points == null);
            case "CARD" -> {
                requireCard();
                requireNothingElse(points == null);
            }
            case "POINTS_AND_CARD" -> {
                requireCard();
                if (points == null || points.amount() <= 0) {
                    throw refused(
                            "invalid-points",
                            "Say how much of it in points: points, more than nothing.");
                }
            }
            default ->
                    throw refused(
                            "unknown-method",
                            "Say how to pay: method, one of [POINTS, CARD, POINTS_AND_CARD].");
        }
        if (amount != null && amount.amount() <= 0) {
            throw refused("invalid-amount", "An amount is more than nothing, in minor units.");
        }
        return new PayBooking(
                buyer, method, amount, points, paymentMethodId, CommandHash.of(parts(method)));
    }

    private List<String> parts(String method) {
        return List.of(
                method,
                String.valueOf(amount),
                String.valueOf(points),
                String.valueOf(paymentMethodId));
    }

    private void requireCard() {
        if (paymentMethodId == null || !METHOD_ID.matcher(paymentMethodId).matches()) {
            throw refused(
                    "invalid-payment-method",
                    "Name the card by the payment provider's id, such as pm_card_visa:"
                            + " paymentMethodId. Never send a card number.");
        }
    }

    private static void requireNothingElse(boolean holds) {
        if (!holds) {
            throw refused(
                    "invalid-payment-method",
                    "points and paymentMethodId go with the methods that use them. For both, the"
                            + " method is POINTS_AND_CARD.");
        }
    }

    private static ApiProblem refused(String code, String detail) {
        return new ApiProblem(HttpStatus.BAD_REQUEST, code, detail);
    }
}
