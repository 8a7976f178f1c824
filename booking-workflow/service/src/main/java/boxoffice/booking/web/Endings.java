package boxoffice.booking.web;

import static boxoffice.booking.web.Refusals.conflict;
import static boxoffice.booking.web.Refusals.unprocessable;

import boxoffice.booking.contract.CancelReason;
import boxoffice.booking.contract.PolicyLimit;
import boxoffice.web.ApiProblem;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Why a booking ended without a sale, as its buyer is told it. The first switch knows all reasons,
 * so that a new one does not compile until it is told.
 */
final class Endings {
    private Endings() {}

    private static final Duration SOON = Duration.ofSeconds(1);

    static ApiProblem problem(CancelReason reason, @Nullable PolicyLimit limit) {
        return switch (reason) {
            case BUYER_LIMIT_REACHED,
                    PRESALE_CODE_REQUIRED,
                    PRESALE_CODE_INVALID,
                    PRESALE_CODE_USED_UP,
                    PRESALE_SOLD_OUT,
                    NOT_TOGETHER,
                    NOT_ENOUGH_SEATS ->
                    byRule(reason, limit);
            case UNKNOWN_SECTION,
                    UNKNOWN_GRADE,
                    UNKNOWN_SEATS,
                    SEATS_BLOCKED,
                    SEATS_NOT_BLOCKED,
                    SEATS_TAKEN ->
                    aboutSeats(reason);
            case UNKNOWN_SCHEDULE ->
                    new ApiProblem(
                            HttpStatus.NOT_FOUND,
                            "unknown-schedule",
                            "There is no such date. See the concert's schedules.");
            case SALE_NOT_OPEN ->
                    conflict("sale-not-open", "The sale has not begun. See the schedule.");
            case SALE_PAUSED ->
                    conflict(
                            "sale-paused",
                            "The sale of this date is paused. See the schedule, and come again"
                                    + " later.");
            case SALE_CLOSED -> conflict("sale-closed", "The sale of this date is over.");
            case SCHEDULE_CANCELED ->
                    conflict(
                            "schedule-canceled",
                            "The promoter has canceled this date; nothing is held or charged.");
            case PASS_REQUIRED, PASS_EXPIRED, PASS_IN_USE, PASS_USED -> aboutPass(reason);
            case UNAVAILABLE ->
                    new ApiProblem(
                                    HttpStatus.SERVICE_UNAVAILABLE,
                                    "reservation-failed",
                                    "The seats could not be reserved in time; nothing is held or"
                                            + " charged. Try again with a new Idempotency-Key.")
                            .retryAfter(SOON);
            case EXPIRED ->
                    conflict(
                            "booking-expired",
                            "The hold ran out; nothing is charged. Book again with a new key.");
            case BY_PROMOTER ->
                    conflict(
                            "schedule-canceled",
                            "The promoter has canceled this date, and the booking with it; nothing"
                                    + " is charged.");
            case BY_BUYER -> conflict("booking-canceled", "The booking is canceled.");
            case PAYMENT_REVERSED ->
                    conflict(
                            "payment-reversed",
                            "The payment could not be settled; what was taken is given back. Book"
                                    + " again with a new key.");
            case ENDED_BEFORE ->
                    conflict(
                            "booking-ended",
                            "The booking under this key has ended. Book again with a new key.");
        };
    }

    private static ApiProblem aboutPass(CancelReason reason) {
        return switch (reason) {
            case PASS_REQUIRED ->
                    forbidden(
                            "pass-required",
                            "This date has a waiting room. Join it first, and send the pass that"
                                    + " you get there.");
            case PASS_EXPIRED ->
                    forbidden(
                            "pass-expired",
                            "Your pass was not used in its time. Join the waiting room again.");
            case PASS_IN_USE ->
                    conflict(
                            "pass-in-use",
                            "Your pass is in use by your own booking, which ownBookingId names. Pay"
                                    + " or cancel that one first.");
            case PASS_USED ->
                    forbidden(
                            "pass-used",
                            "Your pass has brought you a ticket. Join the waiting room again for"
                                    + " another booking.");
            default -> throw new IllegalArgumentException("not about a pass: " + reason);
        };
    }

    private static ApiProblem forbidden(String code, String detail) {
        return new ApiProblem(HttpStatus.FORBIDDEN, code, detail);
    }

    private static ApiProblem aboutSeats(CancelReason reason) {
        return switch (reason) {
            case UNKNOWN_SECTION ->
                    unprocessable(
                            "unknown-section", "This date has no such section. See its seat map.");
            case UNKNOWN_GRADE ->
                    unprocessable(
                            "unknown-grade", "This date has no such grade. See its seat map.");
            case UNKNOWN_SEATS ->
                    unprocessable(
                            "unknown-seats", "This date has no such seats. See its seat map.");
            case SEATS_BLOCKED ->
                    conflict("seats-blocked", "These seats are not for sale. Choose others.");
            case SEATS_NOT_BLOCKED ->
                    conflict(
                            "seats-not-blocked",
                            "Only seats that are kept back can be given away. Block these first,"
                                    + " or choose others.");
            case SEATS_TAKEN ->
                    conflict(
                            "seats-taken",
                            "These seats are taken: by somebody faster, or by your own booking"
                                    + " where ownBookingId names one. Choose others.");
            default -> throw new IllegalArgumentException("not about seats: " + reason);
        };
    }

    /** Of a rule that has a number: what it is, and what may still be had. */
    private static ApiProblem byRule(CancelReason reason, @Nullable PolicyLimit limit) {
        var most = limit == null ? 0 : limit.limit();
        var left = limit == null ? 0 : limit.remaining();
        return switch (reason) {
            case BUYER_LIMIT_REACHED ->
                    conflict(
                            "buyer-limit-reached",
                            "One buyer may have {0} seats here at once; you may hold {1} more.",
                            most,
                            left);
            case PRESALE_CODE_REQUIRED ->
                    conflict(
                            "presale-code-required",
                            "Until the general sale begins a presale code is needed: presaleCode.");
            case PRESALE_CODE_INVALID ->
                    conflict(
                            "presale-code-invalid",
                            "This code does not open the presale of this date. Look at it again, or"
                                    + " wait for the general sale.");
            case PRESALE_CODE_USED_UP ->
                    conflict(
                            "presale-code-used-up",
                            "With this code {0} seats can be had in all; {1} are left.",
                            most,
                            left);
            case PRESALE_SOLD_OUT ->
                    conflict(
                            "presale-sold-out",
                            "The presale has {0} seats; {1} are left. The general sale is to come.",
                            most,
                            left);
            case NOT_TOGETHER ->
                    conflict(
                            "not-together",
                            "So many seats are not free side by side; {0} are. Ask for those, or"
                                    + " say that they may be apart: apart.",
                            left);
            case NOT_ENOUGH_SEATS ->
                    conflict(
                            "not-enough-seats",
                            "Of what you asked for {0} seats are free. Ask for fewer or for"
                                    + " others.",
                            left);
            default -> throw new IllegalArgumentException("no rule: " + reason);
        };
    }
}
