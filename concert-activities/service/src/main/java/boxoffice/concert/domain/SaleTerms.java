package boxoffice.concert.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When a schedule's seats can be had, and for how long they are held.
 *
 * @param opensAt the first instant of the sale
 * @param closesAt the first instant after it
 * @param canceledAt when the promoter ended it for good; null while it stands
 */
public record SaleTerms(
        Instant opensAt, Instant closesAt, Duration holdDuration, @Nullable Instant canceledAt) {

    /** Why a hold that started then cannot be had now, if it cannot. */
    public Optional<Refusal.Reason> refusal(Instant startedAt, Instant now) {
        if (canceledAt != null) {
            return Optional.of(Refusal.Reason.SCHEDULE_CANCELED);
        }
        if (now.isBefore(opensAt)) {
            return Optional.of(Refusal.Reason.SALE_NOT_OPEN);
        }
        if (!now.isBefore(closesAt)) {
            return Optional.of(Refusal.Reason.SALE_CLOSED);
        }
        if (!now.isBefore(startedAt.plus(holdDuration))) {
            return Optional.of(Refusal.Reason.EXPIRED);
        }
        return Optional.empty();
    }
}
