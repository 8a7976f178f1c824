package boxoffice.order.domain;

import boxoffice.kernel.Money;
import java.time.Instant;
import java.util.List;

/**
 * What canceling these lines costs at one moment.
 *
 * @param lines at least one
 * @param validUntil the first moment at which it may cost something else, or be too late
 */
public record Quote(List<QuotedLine> lines, Instant validUntil) {

    public Quote {
        lines = List.copyOf(lines);
    }

    /** One line's price, and what of it is kept. */
    public record QuotedLine(String seatNo, Money price, Money fee) {

        public Money refund() {
            return price.plus(fee.negated());
        }
    }

    /** What is kept. */
    public Money fee() {
        return Money.total(lines.stream().map(QuotedLine::fee).toList());
    }

    /** What goes back. */
    public Money refund() {
        return Money.total(lines.stream().map(QuotedLine::refund).toList());
    }
}
