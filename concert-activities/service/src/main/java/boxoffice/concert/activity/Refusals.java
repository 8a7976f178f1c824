package boxoffice.concert.activity;

import boxoffice.concert.contract.SeatsRefused;
import boxoffice.concert.domain.PolicyLimit;
import boxoffice.concert.domain.Refusal;
import org.jspecify.annotations.Nullable;

/** A refusal as the contract tells it. */
final class Refusals {
    private Refusals() {}

    static SeatsRefused seatsRefused(Refusal why) {
        return new SeatsRefused(
                reason(why.reason()), why.seatNos(), why.ownBooking(), limit(why.limit()));
    }

    private static SeatsRefused.@Nullable PolicyLimit limit(@Nullable PolicyLimit limit) {
        return limit == null
                ? null
                : new SeatsRefused.PolicyLimit(limit.policy(), limit.limit(), limit.remaining());
    }

    private static SeatsRefused.Reason reason(Refusal.Reason reason) {
        return switch (reason) {
            case UNKNOWN_SCHEDULE -> SeatsRefused.Reason.UNKNOWN_SCHEDULE;
            case SALE_NOT_OPEN -> SeatsRefused.Reason.SALE_NOT_OPEN;
            case SALE_PAUSED -> SeatsRefused.Reason.SALE_PAUSED;
            case SALE_CLOSED -> SeatsRefused.Reason.SALE_CLOSED;
            case SCHEDULE_CANCELED -> SeatsRefused.Reason.SCHEDULE_CANCELED;
            case BUYER_LIMIT_REACHED -> SeatsRefused.Reason.BUYER_LIMIT_REACHED;
            case PRESALE_CODE_REQUIRED -> SeatsRefused.Reason.PRESALE_CODE_REQUIRED;
            case PRESALE_CODE_INVALID -> SeatsRefused.Reason.PRESALE_CODE_INVALID;
            case PRESALE_CODE_USED_UP -> SeatsRefused.Reason.PRESALE_CODE_USED_UP;
            case PRESALE_SOLD_OUT -> SeatsRefused.Reason.PRESALE_SOLD_OUT;
            case UNKNOWN_SEATS -> SeatsRefused.Reason.UNKNOWN_SEATS;
            case UNKNOWN_SECTION -> SeatsRefused.Reason.UNKNOWN_SECTION;
            case UNKNOWN_GRADE -> SeatsRefused.Reason.UNKNOWN_GRADE;
            case SEATS_BLOCKED -> SeatsRefused.Reason.SEATS_BLOCKED;
            case SEATS_NOT_BLOCKED -> SeatsRefused.Reason.SEATS_NOT_BLOCKED;
            case SEATS_TAKEN -> SeatsRefused.Reason.SEATS_TAKEN;
            case NOT_TOGETHER -> SeatsRefused.Reason.NOT_TOGETHER;
            case NOT_ENOUGH_SEATS -> SeatsRefused.Reason.NOT_ENOUGH_SEATS;
            case EXPIRED -> SeatsRefused.Reason.EXPIRED;
            case RELEASED -> SeatsRefused.Reason.RELEASED;
        };
    }
}
