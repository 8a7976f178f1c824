package boxoffice.order;

import boxoffice.kernel.BookingId;
import boxoffice.kernel.BuyerId;
import boxoffice.kernel.ConcertId;
import boxoffice.kernel.FeePolicy;
import boxoffice.kernel.Money;
import boxoffice.kernel.PromoterId;
import boxoffice.kernel.ScheduleId;
import boxoffice.order.contract.CancelOrder;
import boxoffice.order.contract.CancelOutcome;
import boxoffice.order.contract.ClaimLines;
import boxoffice.order.contract.ClaimLines.Cause;
import boxoffice.order.contract.ClaimOutcome;
import boxoffice.order.contract.CloseLines;
import boxoffice.order.contract.CloseOutcome;
import boxoffice.order.contract.ConfirmOrder;
import boxoffice.order.contract.ConfirmOrder.Line;
import boxoffice.order.contract.ConfirmOutcome;
import boxoffice.order.contract.OpenOrder;
import boxoffice.order.contract.OpenOutcome;
import boxoffice.order.contract.OrderActivities;
import boxoffice.testing.service.ServiceUnderTest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A new booking of this buyer: what the saga may ask for its order, and the rows of that. */
final class OneBooking {

    static final List<Line> TWO_SEATS =
            List.of(new Line("A-1-12", Money.won(110_000)), new Line("A-1-9", Money.won(90_000)));
    static final Instant STARTS_AT = Instant.parse("2026-12-24T10:30:00.123456Z");

    static final Instant BOOKED_AT = Instant.parse("2026-11-01T03:00:00.5Z");
    static final FeePolicy POLICY =
            new FeePolicy(
                    "standard",
                    1,
                    ZoneId.of("Asia/Seoul"),
                    List.of(
                            new FeePolicy.Tier(1, 0, 0, null),
                            new FeePolicy.Tier(10, 7, 0, null),
                            new FeePolicy.Tier(10, null, 10, 4_000L),
                            new FeePolicy.Tier(7, null, 10, null),
                            new FeePolicy.Tier(3, null, 20, null),
                            new FeePolicy.Tier(1, null, 30, null)));

    private final ServiceUnderTest service;
    private final OrderActivities activities;
    private final BuyerId buyer;
    private final BookingId id = new BookingId(UUID.randomUUID());
    private final ScheduleId schedule = new ScheduleId("winter-serenade-1");

    OneBooking(ServiceUnderTest service, String buyer) {
        this.service = service;
        this.activities = service.bean(OrderActivities.class);
        this.buyer = new BuyerId(buyer);
    }

    String id() {
        return id.toString();
    }

    OpenOutcome open() {
        return activities.openOrder(new OpenOrder(id, buyer, schedule));
    }

    CancelOutcome cancel() {
        return cancel("EXPIRED");
    }

    CancelOutcome cancel(String reason) {
        return activities.cancelOrder(new CancelOrder(id, buyer, schedule, reason));
    }

    ConfirmOutcome confirm() {
        return confirm("Winter Serenade", TWO_SEATS, Money.won(200_000));
    }

    ConfirmOutcome confirm(String title, List<Line> lines, Money total) {
        return activities.confirmOrder(
                new ConfirmOrder(
                        id,
                        new ConcertId("winter-serenade"),
                        title,
                        new PromoterId("park"),
                        "한강 콘서트홀",
                        STARTS_AT,
                        BOOKED_AT,
                        POLICY,
                        lines,
                        total));
    }

    /** Claims by the buyer, a week after booking. */
    ClaimOutcome claim(String cancellation, String... seatNos) {
        return claim(cancellation, BOOKED_AT.plus(Duration.ofDays(7)), null, seatNos);
    }

    ClaimOutcome claim(
            String cancellation, Instant askedAt, @Nullable Money quotedFee, String... seatNos) {
        return claim(buyer, cancellation, askedAt, quotedFee, Cause.BY_BUYER, seatNos);
    }

    ClaimOutcome claim(
            BuyerId by,
            String cancellation,
            Instant askedAt,
            @Nullable Money quotedFee,
            Cause cause,
            String... seatNos) {
        return activities.claimLines(
                new ClaimLines(
                        id,
                        by,
                        cancellation,
                        List.of(seatNos),
                        askedAt,
                        quotedFee,
                        cause,
                        "hash of " + cancellation));
    }

    CloseOutcome close(String cancellation) {
        return activities.closeLines(new CloseLines(id, cancellation));
    }

    /** The lines as {@code seat:state}. */
    String lineStates() {
        return service.sql()
                .sql(
                        """
                        select group_concat(concat(seat_no, ':', state) order by seat_no
                            separator ' ')
                        from order_lines where order_id = ?
                        """)
                .param(id())
                .query(String.class)
                .single();
    }

    /** The cancellations as {@code id:state:refund:fee}. */
    List<String> cancellations() {
        return service.sql()
                .sql(
                        """
                        select concat_ws(':', cancellation_id, state, refund, fee)
                        from cancellations where booking_id = ? order by cancellation_id
                        """)
                .param(id())
                .query((row, n) -> row.getString(1))
                .list();
    }

    /** The row's state; {@code none} where there is no row. */
    String state() {
        return service.sql()
                .sql("select state from orders where booking_id = ?")
                .param(id())
                .query(String.class)
                .optional()
                .orElse("none");
    }

    /** The whole row, by column. */
    Map<String, @Nullable Object> row() {
        return service.sql()
                .sql("select * from orders where booking_id = ?")
                .param(id())
                .query()
                .singleRow();
    }

    /** The lines as {@code seat=price}. */
    List<@Nullable String> lines() {
        return service.sql()
                .sql(
                        """
                        select concat(seat_no, '=', price) from order_lines
                        where order_id = ?
                        order by seat_no
                        """)
                .param(id())
                .query(String.class)
                .list();
    }
}
