package boxoffice.order;

import static org.assertj.core.api.Assertions.assertThat;

import boxoffice.kernel.BookingId;
import boxoffice.kernel.BookingMoney;
import boxoffice.kernel.BookingsQuery;
import boxoffice.kernel.Money;
import boxoffice.order.contract.OrderActivities;
import boxoffice.testing.SqlServer;
import boxoffice.testing.service.ServiceUnderTest;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** What the order service tells the audit, true and falsified. */
@ParameterizedClass
@MethodSource("boxoffice.testing.Databases#all")
class OrderMoneyIT {

    private final ServiceUnderTest service;
    private final OrderActivities activities;
    private final OneBooking booking;

    OrderMoneyIT(SqlServer server) {
        service = ServiceUnderTest.shared(OrderService.class, server);
        activities = service.bean(OrderActivities.class);
        booking = new OneBooking(service, "mina");
        booking.open();
    }

    private BookingId id() {
        return BookingId.of(booking.id());
    }

    private List<BookingMoney> money() {
        return activities.moneyOf(List.of(id())).bookings();
    }

    private BookingMoney expected(boolean settled, long kept, long fees, String... differences) {
        return new BookingMoney(
                id(), settled, Money.won(kept), Money.won(fees), List.of(differences));
    }

    @Test
    void hasNothingToSayOfAnOrderThatIsNotConfirmed() {
        assertThat(money()).isEmpty();
        booking.cancel();
        assertThat(money()).isEmpty();
    }

    @Test
    void keepsTheTotalOfAnOrder() {
        booking.confirm();
        assertThat(money()).containsExactly(expected(true, 200_000, 0));
    }

    @Test
    void isNotSettledWhileACancellationIsUnderWay() {
        booking.confirm();
        booking.claim("c1", OneBooking.STARTS_AT.minus(Duration.ofDays(8)), null, "A-1-9");
        assertThat(money()).containsExactly(expected(false, 119_000, 9_000));
        booking.close("c1");
        assertThat(money()).containsExactly(expected(true, 119_000, 9_000));
    }

    @Test
    void namesATotalThatIsNotThatOfItsLines() {
        booking.confirm();
        service.write("update orders set total = total + 1 where booking_id = ?", booking.id());
        assertThat(money())
                .containsExactly(
                        expected(
                                true,
                                200_001,
                                0,
                                "the order's total: 200001, the sum of its lines: 200000"));
    }

    @Test
    void namesACancellationThatIsNotThatOfItsLines() {
        booking.confirm();
        booking.claim("c1", "A-1-9");
        service.write(
                "update cancellations set fee = fee + 500 where booking_id = ?", booking.id());
        assertThat(money().getFirst().differences())
                .containsExactly(
                        "refunds and fees of its cancellations: 90500,"
                                + " the prices of their lines: 90000",
                        "fees of its cancellations: 500, of their lines: 0");
    }

    @Test
    void pagesThroughConfirmedOrdersInTheOrderOfTheirIds() {
        booking.confirm();
        var second = new OneBooking(service, "mina");
        second.open();
        second.confirm();
        var all = page(null, 100_000);
        assertThat(all).contains(id(), BookingId.of(second.id()));
        assertThat(page(null, 1)).containsExactly(all.getFirst());
        assertThat(page(all.getFirst(), 1)).containsExactly(all.get(1));
    }

    private List<BookingId> page(@Nullable BookingId after, int limit) {
        return activities.money(new BookingsQuery(after, limit)).bookings().stream()
                .map(BookingMoney::bookingId)
                .toList();
    }
}
