package boxoffice.concert.domain;

import java.time.Instant;
import java.util.Optional;

/**
 * Policy: seats are sold while the date is on sale, from the first instant of the sale until its
 * end. A date that is being drafted is not there for buyers.
 */
public record SaleWindow(ScheduleState state, SaleTerms terms, Instant startsAt) {

    /** Why a hold that started then cannot be had now, if it cannot. */
    public Optional<Refusal.Reason> refusal(Instant startedAt, Instant now) {
        if (state == ScheduleState.DRAFT) {
            return Optional.of(Refusal.Reason.UNKNOWN_SCHEDULE);
        }
        if (terms.canceledAt() != null) {
            return Optional.of(Refusal.Reason.SCHEDULE_CANCELED);
        }
        return switch (state) {
            case CLOSED -> Optional.of(Refusal.Reason.SALE_CLOSED);
            case PAUSED -> Optional.of(Refusal.Reason.SALE_PAUSED);
            case DRAFT, ON_SALE -> terms.refusal(startedAt, now);
        };
    }

    /**
     * Why a seat cannot be given away now, if it cannot: that may be done before the sale, while it
     * is paused and after it, until the concert begins.
     */
    public Optional<Refusal.Reason> refusalOfGift(Instant startedAt, Instant now) {
        if (state == ScheduleState.DRAFT) {
            return Optional.of(Refusal.Reason.UNKNOWN_SCHEDULE);
        }
        if (terms.canceledAt() != null) {
            return Optional.of(Refusal.Reason.SCHEDULE_CANCELED);
        }
        if (!now.isBefore(startsAt)) {
            return Optional.of(Refusal.Reason.SALE_CLOSED);
        }
        return now.isBefore(startedAt.plus(terms.holdDuration()))
                ? Optional.empty()
                : Optional.of(Refusal.Reason.EXPIRED);
    }
}
