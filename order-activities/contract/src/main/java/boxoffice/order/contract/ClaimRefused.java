package boxoffice.order.contract;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * No line is claimed for this cancellation.
 *
 * @param seatNos the lines that the reason is about; empty where it is about the order
 * @param quote what would hold at that moment, where the quoted fee is the reason
 */
public record ClaimRefused(Reason reason, List<String> seatNos, @Nullable CancellationQuote quote)
        implements ClaimOutcome {

    public ClaimRefused {
        seatNos = List.copyOf(seatNos);
    }

    /** Why. */
    public enum Reason {
        /** The buyer has no such order. */
        UNKNOWN_ORDER,
        /** The order never was confirmed, so it has no lines. */
        NOT_CONFIRMED,
        /** The order has no such lines. */
        UNKNOWN_LINES,
        /** The lines are canceled, or being canceled, under another cancellation. */
        ALREADY_CANCELED,
        /** The buyer's bank disputes the payment, or has it back: a refund would pay twice. */
        DISPUTED,
        /** The booking's policy lets nothing be given back any more. */
        TOO_LATE,
        /** The fee is another by now than the one that was quoted. */
        QUOTE_CHANGED
    }
}
