package boxoffice.payment.web;

import boxoffice.kernel.BookingId;
import boxoffice.kernel.BuyerId;
import boxoffice.kernel.Money;
import boxoffice.payment.domain.PaidParts;
import boxoffice.payment.store.Payments;
import boxoffice.web.Answers;
import boxoffice.web.ApiProblem;

import io.swagger.v3.oas.annotations.Parameter;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.util.Optional;

/** How the buyer's own bookings are paid. Asking changes nothing and reserves nothing. */
@RestController
@RequestMapping("/api/payments")
class PaymentController {

    private final Payments payments;

    PaymentController(Payments payments) {
        this.payments = payments;
    }

    /**
     * How a booking is paid: 404 payment-not-found where it is not, is malformed or another
     * buyer's.
     *
     * @param refund minor units of a refund: how it would be parted; more than is left, or no
     *     number, is 400 refund-invalid
     */
    @Answers({"400 refund-invalid", "404 payment-not-found"})
    @GetMapping("/{bookingId}")
    PaymentView show(
            BuyerId buyer,
            @Parameter(example = "aa5724f8-3305-3f4b-b2b8-aea8b0465f2e") @PathVariable
                    String bookingId,
            @RequestParam(required = false) @Nullable String refund) {
        var payment =
                idOf(bookingId)
                        .flatMap(known -> payments.parts(known, buyer))
                        .orElseThrow(() ->
                                new ApiProblem(
                                        HttpStatus.NOT_FOUND,
                                        "payment-not-found",
                                        "You have paid for no booking of this id."));
        return PaymentView.of(payment, refund == null ? null : amountOf(refund, payment));
    }

    private static Money amountOf(String refund, PaidParts payment) {
        try {
            var amount = new Money(Long.parseLong(refund), payment.paid().currency());
            if (amount.amount() >= 0 && amount.compareTo(payment.left()) <= 0) {
                return amount;
            }
        } catch (NumberFormatException _) {
            // Told below, like a number out of range.
        }
        throw new ApiProblem(
                HttpStatus.BAD_REQUEST,
                "refund-invalid",
                "A refund is 0 to {0} minor units here.",
                payment.left().amount());
    }

    private static Optional<BookingId> idOf(String text) {
        try {
            return Optional.of(BookingId.of(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
