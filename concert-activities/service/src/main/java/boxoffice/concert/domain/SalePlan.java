package boxoffice.concert.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When a date's seats can be had, as a reader is told it. What a hold is measured by are {@link
 * SaleTerms}.
 *
 * @param opensAt the first instant of the general sale
 * @param closesAt the first instant at which no seat can be held any more
 * @param canceledAt when the promoter ended it for good; null while it stands
 * @param presales the first to open first
 */
public record SalePlan(
        ScheduleState state,
        Instant opensAt,
        Instant closesAt,
        Duration holdDuration,
        @Nullable Instant canceledAt,
        List<Presale> presales) {

    public SalePlan {
        presales = List.copyOf(presales);
    }

    /**
     * A time in which seats can be held with a code.
     *
     * @param closesAt the first instant after it
     * @param codeSeatsMax seats of one code
     */
    public record Presale(
            String presaleId, String name, Instant opensAt, Instant closesAt, int codeSeatsMax) {

        private boolean isOpenAt(Instant now) {
            return !now.isBefore(opensAt) && now.isBefore(closesAt);
        }
    }

    /** What ends a sale for longer says more than what ends it for less. */
    public SaleStatus statusAt(Instant now, boolean anySeatFree) {
        if (canceledAt != null) {
            return SaleStatus.CANCELED;
        }
        if (state == ScheduleState.CLOSED || !now.isBefore(closesAt)) {
            return SaleStatus.CLOSED;
        }
        if (state == ScheduleState.PAUSED) {
            return SaleStatus.PAUSED;
        }
        var open = !now.isBefore(opensAt);
        if (!open && presales.stream().noneMatch(presale -> presale.isOpenAt(now))) {
            return SaleStatus.NOT_YET;
        }
        if (!anySeatFree) {
            return SaleStatus.SOLD_OUT;
        }
        return open ? SaleStatus.ON_SALE : SaleStatus.PRESALE;
    }
}
