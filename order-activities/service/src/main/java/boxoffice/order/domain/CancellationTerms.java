package boxoffice.order.domain;

import boxoffice.kernel.Money;
import boxoffice.order.domain.Quote.QuotedLine;
import boxoffice.order.domain.QuoteResult.Offered;
import boxoffice.order.domain.QuoteResult.Reason;
import boxoffice.order.domain.QuoteResult.Refused;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;

/** Which lines of an order can be canceled, and what that costs. All of those asked for or none. */
public final class CancellationTerms {
    private CancellationTerms() {}

    /**
     * @param seatNos the lines; empty for all that are left
     * @param moment whose fee counts
     */
    public static QuoteResult quote(
            Order order, List<String> seatNos, Instant moment, CancellationCause cause) {
        return switch (order) {
            case Order.Pending _, Order.Canceled _ -> Refused.of(Reason.NOT_CONFIRMED);
            case Order.Confirmed(var opening, _, _, _)
                    when opening.disputes().stream().anyMatch(Dispute::barsRefunds) ->
                    Refused.of(Reason.DISPUTED);
            case Order.Confirmed confirmed -> quote(confirmed.sale(), seatNos, moment, cause);
        };
    }

    private static QuoteResult quote(
            Sale sale, List<String> seatNos, Instant moment, CancellationCause cause) {
        var unknown =
                seatNos.stream()
                        .filter(no ->
                                sale.lines().stream().noneMatch(line -> line.seatNo().equals(no)))
                        .toList();
        if (!unknown.isEmpty()) {
            return new Refused(Reason.UNKNOWN_LINES, unknown, null);
        }
        var asked =
                sale.lines().stream()
                        .filter(line ->
                                seatNos.isEmpty()
                                        ? line.state() == LineState.CONFIRMED
                                        : seatNos.contains(line.seatNo()))
                        .toList();
        var gone =
                asked.stream()
                        .filter(line -> line.state() != LineState.CONFIRMED)
                        .map(OrderLine::seatNo)
                        .toList();
        if (asked.isEmpty() || !gone.isEmpty()) {
            return new Refused(Reason.ALREADY_CANCELED, gone, null);
        }
        return price(sale, asked, moment, cause);
    }

    private static QuoteResult price(
            Sale sale, List<OrderLine> lines, Instant moment, CancellationCause cause) {
        return switch (cause) {
            case BY_PROMOTER -> {
                var free = new Money(0, sale.total().currency());
                yield new Offered(quote(lines, price -> free, Instant.MAX));
            }
            case BY_BUYER -> {
                var rule = CancellationFee.of(sale);
                var tier = rule.tierAt(moment);
                if (tier.isEmpty()) {
                    yield Refused.of(Reason.TOO_LATE);
                }
                UnaryOperator<Money> fee = price -> CancellationFee.of(tier.get(), price);
                yield new Offered(quote(lines, fee, rule.changesAfter(moment)));
            }
        };
    }

    private static Quote quote(
            List<OrderLine> lines, UnaryOperator<Money> fee, Instant validUntil) {
        return new Quote(
                lines.stream()
                        .map(line -> {
                            var price = line.price();
                            return new QuotedLine(line.seatNo(), price, fee.apply(price));
                        })
                        .toList(),
                validUntil);
    }
}
