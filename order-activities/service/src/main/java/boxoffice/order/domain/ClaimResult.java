package boxoffice.order.domain;

import boxoffice.kernel.Money;
import boxoffice.kernel.ScheduleId;
import boxoffice.order.domain.Quote.QuotedLine;
import java.util.List;

/** What became of claiming lines for a cancellation. */
public sealed interface ClaimResult {

    /**
     * The lines are the cancellation's, now or since an earlier attempt, and the money is fixed.
     *
     * @param commandHash of the command that made the claim
     */
    record Claimed(
            ScheduleId scheduleId,
            List<QuotedLine> lines,
            Money refund,
            Money fee,
            String commandHash)
            implements ClaimResult {

        public Claimed {
            lines = List.copyOf(lines);
        }
    }

    /** No line is claimed. */
    record NotClaimed(QuoteResult.Refused why) implements ClaimResult {}
}
