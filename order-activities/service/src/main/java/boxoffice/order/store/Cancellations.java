package boxoffice.order.store;

import boxoffice.kernel.BookingId;
import boxoffice.kernel.Money;
import boxoffice.order.domain.CancellationRequest;
import boxoffice.order.domain.ClaimResult;
import boxoffice.order.domain.Quote;
import boxoffice.order.domain.Quote.QuotedLine;
import boxoffice.order.domain.QuoteResult;
import boxoffice.persistence.Timestamps;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Cancellations of confirmed orders, one row each under its order. A claim locks the order's row
 * first, so that two of them never look at the same lines at once; the writes are guarded all the
 * same.
 */
@Component
public class Cancellations {

    private final JdbcClient jdbc;
    private final OrderRows orders;
    private final OrderLineRows lines;
    private final Disputes disputes;
    private final Clock clock;

    Cancellations(
            JdbcClient jdbc,
            OrderRows orders,
            OrderLineRows lines,
            Disputes disputes,
            Clock clock) {
        this.jdbc = jdbc;
        this.orders = orders;
        this.lines = lines;
        this.disputes = disputes;
        this.clock = clock;
    }

    private record ClaimRow(long refund, long fee, String commandHash) {}

    /** Claims all the lines or none; the claim that is there already stays as it is. */
    @Transactional
    public ClaimResult claim(CancellationRequest request) {
        var row =
                orders.lock(request.bookingId())
                        .filter(found -> found.buyerId().equals(request.buyerId()));
        if (row.isEmpty()) {
            return notClaimed(QuoteResult.Reason.UNKNOWN_ORDER);
        }
        var found = lines.of(List.of(request.bookingId()));
        var earlier = find(request.bookingId(), request.cancellationId());
        if (earlier.isPresent()) {
            return claimed(row.get(), earlier.get(), found, request.cancellationId());
        }
        var disputed = disputes.of(List.of(request.bookingId()));
        return switch (request.quoteFor(row.get().toOrder(found, disputed))) {
            case QuoteResult.Refused why -> new ClaimResult.NotClaimed(why);
            case QuoteResult.Offered(var quote) -> write(row.get(), request, quote);
        };
    }

    private ClaimResult write(OrderRow order, CancellationRequest request, Quote quote) {
        insert(request, quote);
        var count = lines.claim(request.bookingId(), request.cancellationId(), quote.lines());
        if (count != quote.lines().size()) {
            throw new IllegalStateException(
                    "lines of order " + request.bookingId() + " moved under its lock");
        }
        return new ClaimResult.Claimed(
                order.scheduleId(),
                quote.lines(),
                quote.refund(),
                quote.fee(),
                request.commandHash());
    }

    private void insert(CancellationRequest request, Quote quote) {
        jdbc.sql(
                        """
                        insert into cancellations
                            (booking_id, cancellation_id, state, cause, refund, fee, command_hash,
                             asked_at, claimed_at)
                        values (:booking, :cancellation, 'CLAIMED', :cause, :refund, :fee, :hash,
                            :askedAt, :now)
                        """)
                .param("booking", request.bookingId().toString())
                .param("cancellation", request.cancellationId())
                .param("cause", request.cause().name())
                .param("refund", quote.refund().amount())
                .param("fee", quote.fee().amount())
                .param("hash", request.commandHash())
                .param("askedAt", Timestamps.column(request.askedAt()))
                .param("now", Timestamps.now(clock))
                .update();
    }

    private Optional<ClaimRow> find(BookingId booking, String cancellation) {
        return jdbc.sql(
                        """
                        select refund, fee, command_hash from cancellations
                        where booking_id = :booking and cancellation_id = :cancellation
                        """)
                .param("booking", booking.toString())
                .param("cancellation", cancellation)
                .query(ClaimRow.class)
                .optional();
    }

    private static ClaimResult claimed(
            OrderRow order,
            ClaimRow claim,
            Map<String, List<OrderLineRow>> linesByOrder,
            String cancellation) {
        var currency = Objects.requireNonNull(order.currency());
        var its =
                linesByOrder.getOrDefault(order.bookingId().toString(), List.of()).stream()
                        .filter(line -> cancellation.equals(line.cancellationId()))
                        .map(line ->
                                new QuotedLine(
                                        line.seatNo(),
                                        new Money(line.price(), currency),
                                        new Money(Objects.requireNonNull(line.fee()), currency)))
                        .toList();
        return new ClaimResult.Claimed(
                order.scheduleId(),
                its,
                new Money(claim.refund(), currency),
                new Money(claim.fee(), currency),
                claim.commandHash());
    }

    private static ClaimResult notClaimed(QuoteResult.Reason reason) {
        return new ClaimResult.NotClaimed(new QuoteResult.Refused(reason, List.of(), null));
    }

    /** Closes the claim; false where there is none. What is closed stays as it is. */
    @Transactional
    public boolean close(BookingId booking, String cancellation) {
        var count =
                jdbc.sql(
                                """
                                update cancellations
                                set state = 'CLOSED', closed_at = :now
                                where booking_id = :booking and cancellation_id = :cancellation
                                    and state = 'CLAIMED'
                                """)
                        .param("booking", booking.toString())
                        .param("cancellation", cancellation)
                        .param("now", Timestamps.now(clock))
                        .update();
        if (count == 0) {
            return find(booking, cancellation).isPresent();
        }
        lines.close(booking, cancellation);
        return true;
    }
}
