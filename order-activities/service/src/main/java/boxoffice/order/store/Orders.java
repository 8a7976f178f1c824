package boxoffice.order.store;

import boxoffice.kernel.BookingId;
import boxoffice.kernel.BuyerId;
import boxoffice.kernel.ScheduleId;
import boxoffice.order.domain.CancelReason;
import boxoffice.order.domain.Order;
import boxoffice.order.domain.OrderNumber;
import boxoffice.order.domain.OrderState;
import boxoffice.order.domain.Sale;
import boxoffice.persistence.Timestamps;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * All orders, one row per booking. Commands write first and look only where the write did not
 * settle it, and they answer with the state in which the row stands afterwards; a row in a final
 * state is never written again.
 */
@Component
public class Orders {

    private static final String OPEN =
            """
            insert into orders (booking_id, buyer_id, schedule_id, state, opened_at)
            values (:booking, :buyer, :schedule, 'PENDING', :now)
            """;

    /** Inserts the tombstone or moves the pending row, in one step. The state must change last. */
    private static final String CANCEL =
            """
            insert into orders
                (booking_id, buyer_id, schedule_id, state, opened_at, reason, canceled_at)
            values (:booking, :buyer, :schedule, 'CANCELED', :now, :reason, :now)
            on duplicate key update
                reason = if(state = 'PENDING', :reason, reason),
                canceled_at = if(state = 'PENDING', :now, canceled_at),
                state = if(state = 'PENDING', 'CANCELED', state)
            """;

    private static final String CONFIRM =
            """
            update orders
            set state = 'CONFIRMED', confirmed_at = :now, order_number = :number,
                concert_id = :concert, concert_title = :title, promoter_id = :promoter,
                venue_name = :venue, starts_at = :startsAt, booked_at = :bookedAt,
                fee_policy = :feePolicy, total = :total, currency = :currency
            where booking_id = :booking and state = 'PENDING'
            """;

    /** Chance hardly repeats itself once: after so many it is the source that does. */
    private static final int NUMBERS_MAX = 5;

    /** What both servers count for an insert that met its key and changed the row there. */
    private static final int CHANGED_THE_ROW_IT_MET = 2;

    private final JdbcClient jdbc;
    private final OrderRows rows;
    private final OrderLineRows lines;
    private final Disputes disputes;
    private final RandomGenerator random;
    private final Clock clock;

    Orders(
            JdbcClient jdbc,
            OrderRows rows,
            OrderLineRows lines,
            Disputes disputes,
            RandomGenerator random,
            Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.lines = lines;
        this.disputes = disputes;
        this.random = random;
        this.clock = clock;
    }

    /** Opens the booking's order, unless it has one: then that one stays as it is. */
    @Transactional
    public OrderState open(BookingId booking, BuyerId buyer, ScheduleId schedule) {
        try {
            jdbc.sql(OPEN)
                    .param("booking", booking.toString())
                    .param("buyer", buyer.value())
                    .param("schedule", schedule.value())
                    .param("now", Timestamps.now(clock))
                    .update();
            return OrderState.PENDING;
        } catch (DuplicateKeyException _) {
            return stateOf(booking).orElseThrow();
        }
    }

    /** Cancels the pending order; where there is none yet, leaves its tombstone. */
    @Transactional
    public OrderState cancel(
            BookingId booking, BuyerId buyer, ScheduleId schedule, CancelReason reason) {
        var count =
                jdbc.sql(CANCEL)
                        .param("booking", booking.toString())
                        .param("buyer", buyer.value())
                        .param("schedule", schedule.value())
                        .param("reason", reason.value())
                        .param("now", Timestamps.now(clock))
                        .update();
        return count == CHANGED_THE_ROW_IT_MET
                ? OrderState.CANCELED
                : stateOf(booking).orElseThrow();
    }

    /**
     * Confirms the pending order with its sale and gives it its number; the number of an order that
     * is confirmed stays. Empty where the booking has no order.
     */
    @Transactional
    public Optional<OrderState> confirm(BookingId booking, Sale sale) {
        if (confirmUnderANewNumber(booking, sale) == 0) {
            return stateOf(booking);
        }
        lines.insert(booking, sale.lines());
        return Optional.of(OrderState.CONFIRMED);
    }

    /** The number alone can be a duplicate; the transaction goes on after one. */
    private int confirmUnderANewNumber(BookingId booking, Sale sale) {
        for (var tries = 1; ; tries++) {
            try {
                return confirm(booking, sale, OrderNumber.random(random));
            } catch (DuplicateKeyException e) {
                if (tries == NUMBERS_MAX) {
                    throw e;
                }
            }
        }
    }

    private int confirm(BookingId booking, Sale sale, OrderNumber number) {
        return jdbc.sql(CONFIRM)
                .param("booking", booking.toString())
                .param("number", number.symbols())
                .param("concert", sale.concertId().value())
                .param("title", sale.concertTitle())
                .param("promoter", sale.promoterId().value())
                .param("venue", sale.venueName())
                .param("startsAt", Timestamps.column(sale.startsAt()))
                .param("bookedAt", Timestamps.column(sale.bookedAt()))
                .param("feePolicy", FeePolicyColumn.write(sale.feePolicy()))
                .param("total", sale.total().amount())
                .param("currency", sale.total().currency())
                .param("now", Timestamps.now(clock))
                .update();
    }

    /** The buyer's order of that id; empty also where it is another buyer's. */
    @Transactional
    public Optional<Order> find(BuyerId buyer, BookingId id) {
        return rows.findByBookingIdAndBuyerId(id, buyer).map(row -> withLines(List.of(row)).get(0));
    }

    /** The buyer's order of that number; empty also where it is another buyer's. */
    @Transactional
    public Optional<Order> find(BuyerId buyer, OrderNumber number) {
        return rows.findByOrderNumberAndBuyerId(number.symbols(), buyer)
                .map(row -> withLines(List.of(row)).get(0));
    }

    /** Where an order stands among its buyer's, newest first. */
    public record Position(Instant openedAt, BookingId bookingId) {
        public static Position of(Order order) {
            return new Position(order.opening().openedAt(), order.opening().bookingId());
        }
    }

    /**
     * The buyer's orders, newest first.
     *
     * @param state only those that are in it; null for all
     * @param after only those that come after it; null for the first
     */
    @Transactional
    public List<Order> newest(
            BuyerId buyer, @Nullable OrderState state, @Nullable Position after, int limit) {
        var name = state == null ? null : state.name();
        return withLines(
                after == null
                        ? rows.newest(buyer, name, limit)
                        : rows.newestAfter(
                                buyer,
                                name,
                                Timestamps.column(after.openedAt()),
                                after.bookingId(),
                                limit));
    }

    /** Rows first, lines second: a row that says CONFIRMED was written together with its lines. */
    private List<Order> withLines(List<OrderRow> found) {
        var confirmed =
                found.stream()
                        .filter(row -> row.state() == OrderState.CONFIRMED)
                        .map(OrderRow::bookingId)
                        .toList();
        var linesByOrder = lines.of(confirmed);
        var disputesByOrder = disputes.of(found.stream().map(OrderRow::bookingId).toList());
        return found.stream().map(row -> row.toOrder(linesByOrder, disputesByOrder)).toList();
    }

    private Optional<OrderState> stateOf(BookingId booking) {
        return jdbc.sql("select state from orders where booking_id = :booking")
                .param("booking", booking.toString())
                .query(String.class)
                .optional()
                .map(OrderState::valueOf);
    }
}
