package boxoffice.booking.web;

import boxoffice.payment.contract.PaymentMethod;
import boxoffice.web.ApiProblem;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** The body of {@code POST /bookings/{id}/payment}, not yet believed. */
record PayRequest(@Nullable String method) {

    /**
     * @throws ApiProblem 400 unknown-method
     */
    PaymentMethod checked() {
        return Arrays.stream(PaymentMethod.values())
                .filter(known -> known.name().equals(method))
                .findFirst()
                .orElseThrow(() ->
                        new ApiProblem(
                                HttpStatus.BAD_REQUEST,
                                "unknown-method",
                                "Say how to pay: method, one of "
                                        + Arrays.toString(PaymentMethod.values())
                                        + "."));
    }
}
