package boxoffice.order.activity;

import boxoffice.kernel.BookingId;
import boxoffice.kernel.BookingMoney;
import boxoffice.kernel.BookingMoneyPage;
import boxoffice.kernel.BookingsQuery;
import boxoffice.kernel.OpenBookings;
import boxoffice.order.contract.AlreadyConfirmed;
import boxoffice.order.contract.CancelOrder;
import boxoffice.order.contract.CancelOutcome;
import boxoffice.order.contract.ClaimLines;
import boxoffice.order.contract.ClaimOutcome;
import boxoffice.order.contract.CloseLines;
import boxoffice.order.contract.CloseOutcome;
import boxoffice.order.contract.CloseRefused;
import boxoffice.order.contract.ConfirmOrder;
import boxoffice.order.contract.ConfirmOutcome;
import boxoffice.order.contract.ConfirmRefused;
import boxoffice.order.contract.DisputeNoted;
import boxoffice.order.contract.DisputeOrder;
import boxoffice.order.contract.DisputeOutcome;
import boxoffice.order.contract.DisputeRefused;
import boxoffice.order.contract.LinesClosed;
import boxoffice.order.contract.OpenOrder;
import boxoffice.order.contract.OpenOutcome;
import boxoffice.order.contract.OpenRefused;
import boxoffice.order.contract.OrderActivities;
import boxoffice.order.contract.OrderCanceled;
import boxoffice.order.contract.OrderConfirmed;
import boxoffice.order.contract.OrderFailure;
import boxoffice.order.contract.OrderOpened;
import boxoffice.order.contract.SettleDispute;
import boxoffice.order.domain.CancelReason;
import boxoffice.order.domain.Dispute;
import boxoffice.order.domain.OrderLine;
import boxoffice.order.domain.OrderOnBooks;
import boxoffice.order.domain.Sale;
import boxoffice.order.store.AuditReads;
import boxoffice.order.store.Cancellations;
import boxoffice.order.store.Disputes;
import boxoffice.order.store.Orders;
import boxoffice.persistence.OpenRows;
import boxoffice.temporal.Failures;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** The saga's order steps: each moves the order's row at most once and says where it stands. */
@Component
class OrderSteps implements OrderActivities {

    private final Orders orders;
    private final Cancellations cancellations;
    private final Disputes disputes;
    private final AuditReads books;
    private final OpenRows open;

    OrderSteps(
            Orders orders,
            Cancellations cancellations,
            Disputes disputes,
            AuditReads books,
            OpenRows open) {
        this.books = books;
        this.orders = orders;
        this.cancellations = cancellations;
        this.disputes = disputes;
        this.open = open;
    }

    @Override
    public OpenOutcome openOrder(OpenOrder command) {
        return switch (orders.open(command.bookingId(), command.buyerId(), command.scheduleId())) {
            case PENDING -> new OrderOpened();
            case CONFIRMED -> new AlreadyConfirmed();
            case CANCELED -> new OpenRefused();
        };
    }

    @Override
    public CancelOutcome cancelOrder(CancelOrder command) {
        var reason = wellFormed(() -> new CancelReason(command.reason()));
        return switch (orders.cancel(
                command.bookingId(), command.buyerId(), command.scheduleId(), reason)) {
            case CANCELED -> new OrderCanceled();
            case CONFIRMED -> new AlreadyConfirmed();
            case PENDING -> throw new OrderMoved(command.bookingId());
        };
    }

    @Override
    public ConfirmOutcome confirmOrder(ConfirmOrder command) {
        var sale = wellFormed(() -> saleOf(command));
        var state = orders.confirm(command.bookingId(), sale);
        if (state.isEmpty()) {
            return new ConfirmRefused("no order was opened for booking " + command.bookingId());
        }
        return switch (state.get()) {
            case CONFIRMED -> new OrderConfirmed();
            case CANCELED -> new ConfirmRefused("the order was canceled before it was confirmed");
            case PENDING -> throw new OrderMoved(command.bookingId());
        };
    }

    @Override
    public ClaimOutcome claimLines(ClaimLines command) {
        var request = wellFormed(() -> ClaimMessages.request(command));
        return ClaimMessages.outcome(cancellations.claim(request));
    }

    @Override
    public CloseOutcome closeLines(CloseLines command) {
        return cancellations.close(command.bookingId(), command.cancellationId())
                ? new LinesClosed()
                : new CloseRefused(
                        "booking %s has no cancellation %s"
                                .formatted(command.bookingId(), command.cancellationId()));
    }

    @Override
    public DisputeOutcome disputeOrder(DisputeOrder command) {
        var dispute =
                wellFormed(() ->
                        new Dispute(
                                command.disputeId(),
                                Dispute.State.OPEN,
                                command.amount(),
                                command.openedAt(),
                                null));
        return disputes.open(command.bookingId(), command.buyerId(), dispute)
                ? new DisputeNoted()
                : new DisputeRefused(
                        "%s has no order %s".formatted(command.buyerId(), command.bookingId()));
    }

    @Override
    public DisputeOutcome settleDispute(SettleDispute command) {
        var end =
                switch (command.end()) {
                    case WON -> Dispute.State.WON;
                    case LOST -> Dispute.State.LOST;
                };
        return disputes.end(command.bookingId(), command.disputeId(), end)
                ? new DisputeNoted()
                : new DisputeRefused(
                        "order %s has no dispute %s"
                                .formatted(command.bookingId(), command.disputeId()));
    }

    private static Sale saleOf(ConfirmOrder command) {
        return new Sale(
                command.concertId(),
                command.concertTitle(),
                command.promoterId(),
                command.venueName(),
                command.startsAt(),
                command.bookedAt(),
                command.feePolicy(),
                command.lines().stream()
                        .map(line -> new OrderLine(line.seatNo(), line.price()))
                        .toList(),
                command.total());
    }

    /** What breaks a rule of the domain now will break it at every retry. */
    private static <T> T wellFormed(Supplier<T> part) {
        try {
            return part.get();
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw Failures.never(OrderFailure.MALFORMED_COMMAND, String.valueOf(e.getMessage()));
        }
    }

    @Override
    public BookingMoneyPage money(BookingsQuery query) {
        return audited(books.page(query));
    }

    @Override
    public BookingMoneyPage moneyOf(List<BookingId> bookingIds) {
        return audited(books.of(bookingIds));
    }

    private static BookingMoneyPage audited(List<OrderOnBooks> orders) {
        return new BookingMoneyPage(
                orders.stream()
                        .map(order ->
                                new BookingMoney(
                                        order.bookingId(),
                                        order.isSettled(),
                                        order.kept(),
                                        order.fees(),
                                        order.differences()))
                        .toList());
    }

    @Override
    public OpenBookings openBookings(BookingsQuery query) {
        return open.page(query);
    }
}
