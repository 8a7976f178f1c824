package boxoffice.booking.saga;

import boxoffice.kernel.BookingId;
import boxoffice.kernel.BookingMoneyPage;
import boxoffice.kernel.BookingsQuery;
import boxoffice.kernel.Money;
import boxoffice.kernel.OpenBookings;
import boxoffice.kernel.ScheduleId;
import boxoffice.order.contract.AlreadyConfirmed;
import boxoffice.order.contract.CancelOrder;
import boxoffice.order.contract.CancelOutcome;
import boxoffice.order.contract.CancellationQuote;
import boxoffice.order.contract.ClaimLines;
import boxoffice.order.contract.ClaimOutcome;
import boxoffice.order.contract.ClaimRefused;
import boxoffice.order.contract.ClaimedLine;
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
import boxoffice.order.contract.LinesClaimed;
import boxoffice.order.contract.LinesClosed;
import boxoffice.order.contract.OpenOrder;
import boxoffice.order.contract.OpenOutcome;
import boxoffice.order.contract.OpenRefused;
import boxoffice.order.contract.OrderActivities;
import boxoffice.order.contract.OrderCanceled;
import boxoffice.order.contract.OrderConfirmed;
import boxoffice.order.contract.OrderOpened;
import boxoffice.order.contract.SettleDispute;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The {@link Town}'s order service: orders, lines and claims in memory; the fee is set by tests.
 */
final class TownOrder implements OrderActivities {

    final Map<BookingId, String> orders = new ConcurrentHashMap<>();

    /** Confirmed lines by booking and seat, with the cancellation that has them; "" for none. */
    final Map<BookingId, TreeMap<String, String>> lines = new ConcurrentHashMap<>();

    /** What one seat of each was sold for. */
    private final Map<BookingId, Money> prices = new ConcurrentHashMap<>();

    private final Map<String, LinesClaimed> claims = new ConcurrentHashMap<>();

    /** Those of {@link #claims} that are closed, by booking and cancellation. */
    final Map<String, String> closed = new ConcurrentHashMap<>();

    /** By dispute: {@code OPEN}, {@code WON} or {@code LOST}. */
    final Map<String, String> disputes = new ConcurrentHashMap<>();

    private final Faults faults;
    volatile Money feePerLine = Money.won(0);

    private final TownBooks.Side books;

    TownOrder(Faults faults, TownBooks.Side books) {
        this.faults = faults;
        this.books = books;
    }

    @Override
    public OpenOutcome openOrder(OpenOrder command) {
        return faults.around(
                "openOrder",
                () ->
                        switch (orders.merge(command.bookingId(), "PENDING", (old, next) -> old)) {
                            case "CONFIRMED" -> new AlreadyConfirmed();
                            case "CANCELED" -> new OpenRefused();
                            default -> new OrderOpened();
                        });
    }

    @Override
    public CancelOutcome cancelOrder(CancelOrder command) {
        return faults.around(
                "cancelOrder",
                () ->
                        Town.moved(orders, command.bookingId(), "CONFIRMED", "CANCELED")
                                ? new OrderCanceled()
                                : new AlreadyConfirmed());
    }

    @Override
    public ConfirmOutcome confirmOrder(ConfirmOrder command) {
        return faults.around("confirmOrder", () -> confirm(command));
    }

    private synchronized ConfirmOutcome confirm(ConfirmOrder command) {
        if (!Town.moved(orders, command.bookingId(), "CANCELED", "CONFIRMED")) {
            return new ConfirmRefused("canceled");
        }
        var sold = new TreeMap<String, String>();
        command.lines().forEach(line -> sold.put(line.seatNo(), ""));
        lines.putIfAbsent(command.bookingId(), sold);
        prices.put(command.bookingId(), command.lines().getFirst().price());
        return new OrderConfirmed();
    }

    @Override
    public ClaimOutcome claimLines(ClaimLines command) {
        return faults.around("claimLines", () -> claim(command));
    }

    private synchronized ClaimOutcome claim(ClaimLines command) {
        var earlier = claims.get(command.bookingId() + "/" + command.cancellationId());
        if (earlier != null) {
            return earlier;
        }
        if (disputes.values().stream().anyMatch(state -> !state.equals("WON"))) {
            return new ClaimRefused(ClaimRefused.Reason.DISPUTED, List.of(), null);
        }
        var all = lines.getOrDefault(command.bookingId(), new TreeMap<>());
        if (!all.keySet().containsAll(command.seatNos())) {
            return new ClaimRefused(ClaimRefused.Reason.UNKNOWN_LINES, command.seatNos(), null);
        }
        var asked =
                command.seatNos().isEmpty()
                        ? all.keySet().stream().filter(no -> "".equals(all.get(no))).toList()
                        : command.seatNos();
        if (asked.isEmpty() || asked.stream().anyMatch(no -> !"".equals(all.get(no)))) {
            return new ClaimRefused(ClaimRefused.Reason.ALREADY_CANCELED, command.seatNos(), null);
        }
        return claim(command, asked, all);
    }

    private ClaimOutcome claim(
            ClaimLines command, List<String> asked, TreeMap<String, String> all) {
        var each = prices.getOrDefault(command.bookingId(), Town.PRICE);
        var claimed = asked.stream().map(no -> new ClaimedLine(no, each, feePerLine)).toList();
        var fee = Money.total(claimed.stream().map(ClaimedLine::fee).toList());
        var price = Money.total(claimed.stream().map(ClaimedLine::price).toList());
        var refund = price.plus(fee.negated());
        var quoted = command.quotedFee();
        if (quoted != null && !quoted.equals(fee)) {
            var quote = new CancellationQuote(claimed, refund, fee, Instant.EPOCH);
            return new ClaimRefused(ClaimRefused.Reason.QUOTE_CHANGED, List.of(), quote);
        }
        asked.forEach(no -> all.put(no, command.cancellationId()));
        var claim =
                new LinesClaimed(
                        new ScheduleId("winter-serenade-1"),
                        claimed,
                        refund,
                        fee,
                        command.commandHash());
        claims.put(command.bookingId() + "/" + command.cancellationId(), claim);
        return claim;
    }

    @Override
    public CloseOutcome closeLines(CloseLines command) {
        return faults.around(
                "closeLines",
                () -> {
                    var key = command.bookingId() + "/" + command.cancellationId();
                    if (!claims.containsKey(key)) {
                        return new CloseRefused("no such claim");
                    }
                    closed.put(key, "CLOSED");
                    return new LinesClosed();
                });
    }

    @Override
    public DisputeOutcome disputeOrder(DisputeOrder command) {
        return faults.around(
                "disputeOrder",
                () -> {
                    if (!orders.containsKey(command.bookingId())) {
                        return new DisputeRefused("no such order");
                    }
                    disputes.putIfAbsent(command.disputeId(), "OPEN");
                    return new DisputeNoted();
                });
    }

    @Override
    public DisputeOutcome settleDispute(SettleDispute command) {
        return faults.around(
                "settleDispute",
                () -> {
                    disputes.replace(command.disputeId(), "OPEN", command.end().name());
                    return new DisputeNoted();
                });
    }

    @Override
    public OpenBookings openBookings(BookingsQuery query) {
        return Town.open(orders, query, "PENDING");
    }

    @Override
    public BookingMoneyPage money(BookingsQuery query) {
        return books.page(query);
    }

    @Override
    public BookingMoneyPage moneyOf(List<BookingId> bookingIds) {
        return books.of(bookingIds);
    }
}
