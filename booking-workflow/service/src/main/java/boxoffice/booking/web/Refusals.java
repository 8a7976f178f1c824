package boxoffice.booking.web;

import boxoffice.booking.contract.BookingFailure;
import boxoffice.booking.contract.BookingSnapshot;
import boxoffice.booking.contract.BookingStatus;
import boxoffice.booking.contract.CancelReason;
import boxoffice.booking.contract.PaymentAnswer;
import boxoffice.kernel.BookingId;
import boxoffice.payment.contract.Declined;
import boxoffice.web.ApiProblem;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpStatus;

/** How a booking that cannot be had is told to its buyer: status, code, and what to do. */
final class Refusals {
    private Refusals() {}

    /** What {@link #canceled} may say, as {@link boxoffice.web.Answers} wants it. */
    static final String CANCELED_403 = "403 pass-required pass-expired pass-used pass-invalid";

    static final String CANCELED_404 = "404 unknown-schedule";
    static final String CANCELED_409 =
            "409 sale-not-open sale-paused sale-closed schedule-canceled buyer-limit-reached"
                    + " presale-code-required presale-code-invalid presale-code-used-up"
                    + " presale-sold-out seats-blocked seats-not-blocked seats-taken not-together"
                    + " not-enough-seats booking-expired booking-canceled payment-reversed"
                    + " booking-ended pass-in-use";
    static final String CANCELED_422 = "422 unknown-seats unknown-section unknown-grade";
    static final String CANCELED_503 = "503 reservation-failed";

    private static final Duration SOON = Duration.ofSeconds(1);

    static ApiProblem notFound() {
        return new ApiProblem(
                HttpStatus.NOT_FOUND, "booking-not-found", "You have no such booking.");
    }

    /** For a booking that ended without a sale. */
    static ApiProblem canceled(BookingSnapshot booking) {
        var reason = Objects.requireNonNullElse(booking.reason(), CancelReason.ENDED_BEFORE);
        var problem = Endings.problem(reason, booking.limit());
        var members = new HashMap<String, Object>();
        members.put("bookingId", booking.bookingId());
        if (!booking.refusedSeats().isEmpty()) {
            members.put("seats", booking.refusedSeats());
        }
        if (booking.ownBooking() != null) {
            members.put("ownBookingId", booking.ownBooking());
        }
        var limit = booking.limit();
        if (limit != null) {
            members.put("policy", limit.policy());
            members.put("limit", limit.limit());
            members.put("remaining", limit.remaining());
        }
        return problem.with(members);
    }

    static ApiProblem conflict(String code, String detail, Object... facts) {
        return new ApiProblem(HttpStatus.CONFLICT, code, detail, facts);
    }

    static ApiProblem unprocessable(String code, String detail) {
        return new ApiProblem(HttpStatus.UNPROCESSABLE_CONTENT, code, detail);
    }

    static ApiProblem declined(PaymentAnswer.NotCharged answer) {
        var booking = answer.booking();
        var members = new HashMap<String, Object>();
        members.put("bookingId", booking.bookingId());
        members.put("reason", answer.decline());
        members.put("mayRetry", answer.mayRetry());
        if (booking.heldUntil() != null) {
            members.put("heldUntil", booking.heldUntil());
        }
        return new ApiProblem(
                        HttpStatus.PAYMENT_REQUIRED,
                        "payment-declined",
                        inWords(Declined.Reason.valueOf(answer.decline()))
                                + " The seats stay yours until heldUntil: pay again with a new"
                                + " Idempotency-Key.")
                .worded(answer.decline())
                .with(members);
    }

    private static String inWords(Declined.Reason reason) {
        return switch (reason) {
            case INSUFFICIENT_POINTS -> "You have too few points for this.";
            case CARD_DECLINED -> "The card was declined. Its bank does not say why: take another.";
            case INSUFFICIENT_FUNDS -> "The card's account holds too little. Take another card.";
            case EXPIRED_CARD -> "The card has expired. Take another.";
            case INCORRECT_CVC -> "The card's security code is wrong. Enter the card again.";
            case CARD_NOT_SUPPORTED -> "The card cannot be used for this. Take another.";
            case AUTHENTICATION_REQUIRED ->
                    "The card's bank wants you to confirm, which cannot be done here. Take another"
                            + " card.";
            case UNKNOWN_PAYMENT_METHOD -> "There is no such payment method. Enter the card again.";
            case PROCESSING_ERROR -> "The card's bank had trouble; nothing was taken.";
            case CARDS_NOT_ACCEPTED -> "Cards are not accepted here. Pay by points.";
        };
    }

    /** For an update that the saga turned away. */
    static ApiProblem turnedAway(BookingFailure failure, BookingId id) {
        var problem =
                switch (failure) {
                    case STILL_RESERVING ->
                            conflict(
                                            "still-reserving",
                                            "The seats are not held yet. Come again in a moment.")
                                    .retryAfter(SOON);
                    case CHARGE_IN_FLIGHT ->
                            conflict(
                                            "payment-in-flight",
                                            "A payment is under way. Come again when it is known"
                                                    + " how it ended.")
                                    .retryAfter(SOON);
                    case TOO_MANY_ATTEMPTS ->
                            conflict(
                                    "too-many-attempts",
                                    "This booking was tried to be paid too often. It ends with its"
                                            + " hold.");
                    case AMOUNT_MISMATCH ->
                            unprocessable(
                                    "amount-mismatch",
                                    "The amount is not the booking's total, or the part in points"
                                            + " is not less than it. See the booking.");
                    case CURRENCY_MISMATCH ->
                            unprocessable(
                                    "currency-mismatch",
                                    "The booking's total is in another currency. See the booking.");
                    case ENDED -> conflict("booking-ended", "The booking has ended.");
                    case NOT_YOURS -> notFound();
                };
        return failure == BookingFailure.NOT_YOURS
                ? problem
                : problem.with(Map.of("bookingId", id));
    }

    /** For a part of a booking that is not paid yet. */
    static ApiProblem notConfirmed(BookingId id) {
        return conflict(
                        "not-confirmed",
                        "The booking is not paid yet: it can be canceled as a whole only, without"
                                + " a body.")
                .with(Map.of("bookingId", id));
    }

    /** For a request that came after the end. */
    static ApiProblem ended(BookingSnapshot booking) {
        return booking.status() == BookingStatus.CONFIRMED
                ? conflict("booking-confirmed", "The booking is paid and confirmed already.")
                        .with(Map.of("bookingId", booking.bookingId()))
                : canceled(booking);
    }
}
