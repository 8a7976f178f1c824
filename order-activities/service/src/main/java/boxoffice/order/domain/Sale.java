package boxoffice.order.domain;

import boxoffice.kernel.ConcertId;
import boxoffice.kernel.FeePolicy;
import boxoffice.kernel.Money;
import boxoffice.kernel.PromoterId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * What was sold, copied from the facts that the hold fixed: a ticket shows what was bought, and
 * never changes with the catalogue.
 *
 * @param promoterId whose concert it is
 * @param startsAt when the concert begins, to the microsecond
 * @param bookedAt when the money was taken, to the microsecond
 * @param feePolicy what is kept of a price when its ticket is given back
 * @param lines one per seat, at least one
 * @param total the sum of the lines' prices, all in one currency
 */
public record Sale(
        ConcertId concertId,
        String concertTitle,
        PromoterId promoterId,
        String venueName,
        Instant startsAt,
        Instant bookedAt,
        FeePolicy feePolicy,
        List<OrderLine> lines,
        Money total) {

    /** Characters at most of a title or a name; the columns are as wide. */
    static final int NAME_LENGTH_MAX = 200;

    /**
     * @throws IllegalArgumentException when there are no lines, a seat stands twice, the total is
     *     not the lines' sum, or a text is blank or too long
     */
    public Sale {
        lines = List.copyOf(lines);
        startsAt = startsAt.truncatedTo(ChronoUnit.MICROS);
        bookedAt = bookedAt.truncatedTo(ChronoUnit.MICROS);
        Texts.require("A concert's title", concertTitle, NAME_LENGTH_MAX);
        Texts.require("A venue's name", venueName, NAME_LENGTH_MAX);
        requireDistinctSeats(lines);
        requireSum(lines, total);
    }

    private static void requireDistinctSeats(List<OrderLine> lines) {
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("An order is confirmed with at least one line");
        }
        if (lines.stream().map(OrderLine::seatNo).distinct().count() < lines.size()) {
            throw new IllegalArgumentException("A seat stands twice in the lines");
        }
    }

    private static void requireSum(List<OrderLine> lines, Money total) {
        var sum = Money.total(lines.stream().map(OrderLine::price).toList());
        if (!sum.equals(total)) {
            throw new IllegalArgumentException(
                    "The lines add up to " + sum + ", and the total says " + total);
        }
    }
}
