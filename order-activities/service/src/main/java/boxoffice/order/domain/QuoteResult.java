package boxoffice.order.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of asking for lines to be canceled, before anything is written. */
public sealed interface QuoteResult {

    /** The lines can be canceled, at this price. */
    record Offered(Quote quote) implements QuoteResult {}

    /**
     * They cannot.
     *
     * @param seatNos the lines that the reason is about; empty where it is about the order
     * @param quote what holds instead, where the quoted fee is the reason
     */
    record Refused(Reason reason, List<String> seatNos, @Nullable Quote quote)
            implements QuoteResult {

        public Refused {
            seatNos = List.copyOf(seatNos);
        }

        static Refused of(Reason reason) {
            return new Refused(reason, List.of(), null);
        }
    }

    /** Why not. */
    enum Reason {
        /** The buyer has no such order. */
        UNKNOWN_ORDER,
        /** The order never was confirmed, so it has no lines. */
        NOT_CONFIRMED,
        /** The order has no such lines. */
        UNKNOWN_LINES,
        /** A cancellation has the lines already. */
        ALREADY_CANCELED,
        /** The buyer's bank disputes the payment, or has it back: a refund would pay twice. */
        DISPUTED,
        /** The policy lets nothing be given back any more. */
        TOO_LATE,
        /** The fee is another by now than the one that was quoted. */
        QUOTE_CHANGED
    }
}
