package boxoffice.order.contract;

import boxoffice.kernel.Money;
import boxoffice.kernel.ScheduleId;
import java.util.List;

/**
 * The lines are this cancellation's, and what goes back and what is kept is fixed.
 *
 * @param lines those of the claim
 * @param refund the sum of the prices less the fee
 * @param fee the sum of the lines' fees
 * @param commandHash of the command that made the claim
 */
public record LinesClaimed(
        ScheduleId scheduleId, List<ClaimedLine> lines, Money refund, Money fee, String commandHash)
        implements ClaimOutcome {

    public LinesClaimed {
        lines = List.copyOf(lines);
    }
}
