package boxoffice.order.domain;

import boxoffice.kernel.Money;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * That the buyer's bank wants back what was paid for an order.
 *
 * @param amount what the bank wants back
 * @param closedAt null while it is open
 */
public record Dispute(
        String disputeId, State state, Money amount, Instant openedAt, @Nullable Instant closedAt) {

    /** Characters at most; the column is as wide. */
    private static final int ID_LENGTH_MAX = 255;

    /** From OPEN it goes to one of its two ends and stays there. */
    public enum State {
        /** The bank has not decided, and has the money meanwhile. */
        OPEN,
        /** The order is as before. */
        WON,
        /** The buyer has the money back. */
        LOST
    }

    /**
     * @throws IllegalArgumentException when the id is blank or too long, or the amount below zero
     */
    public Dispute {
        Texts.require("A dispute's id", disputeId, ID_LENGTH_MAX);
        if (amount.amount() < 0) {
            throw new IllegalArgumentException("A dispute over less than nothing: " + amount);
        }
        openedAt = openedAt.truncatedTo(ChronoUnit.MICROS);
    }

    /** Whether a refund now would give the buyer the same money twice. */
    boolean barsRefunds() {
        return switch (state) {
            case OPEN, LOST -> true;
            case WON -> false;
        };
    }
}
