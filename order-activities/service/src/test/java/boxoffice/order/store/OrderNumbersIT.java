package boxoffice.order.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import boxoffice.kernel.BookingId;
import boxoffice.kernel.BuyerId;
import boxoffice.kernel.ConcertId;
import boxoffice.kernel.FeePolicy;
import boxoffice.kernel.Money;
import boxoffice.kernel.PromoterId;
import boxoffice.kernel.ScheduleId;
import boxoffice.order.OrderService;
import boxoffice.order.domain.Order;
import boxoffice.order.domain.OrderLine;
import boxoffice.order.domain.OrderNumber;
import boxoffice.order.domain.OrderState;
import boxoffice.order.domain.Sale;
import boxoffice.testing.SqlServer;
import boxoffice.testing.service.ServiceUnderTest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Numbers are given once, and never twice, whatever the dice say. */
@ParameterizedClass
@MethodSource("boxoffice.testing.Databases#all")
class OrderNumbersIT {

    private final ServiceUnderTest service;
    private final BuyerId mina = new BuyerId("mina-" + UUID.randomUUID());

    OrderNumbersIT(SqlServer server) {
        service = ServiceUnderTest.shared(OrderService.class, server);
    }

    /** The service's orders, drawing these numbers one after the other. */
    private Orders drawing(long... bits) {
        var dice = LongStream.of(bits).iterator();
        RandomGenerator source = dice::nextLong;
        return new Orders(
                service.bean(JdbcClient.class),
                service.bean(OrderRows.class),
                service.bean(OrderLineRows.class),
                service.bean(Disputes.class),
                source,
                service.bean(Clock.class));
    }

    private Optional<OrderState> confirm(Orders orders, BookingId booking) {
        return new TransactionTemplate(service.bean(PlatformTransactionManager.class))
                .execute(_ -> {
                    orders.open(booking, mina, new ScheduleId("winter-serenade-1"));
                    return orders.confirm(booking, sale());
                });
    }

    private static Sale sale() {
        return new Sale(
                new ConcertId("winter-serenade"),
                "Winter Serenade",
                new PromoterId("park"),
                "Hangang Hall",
                Instant.parse("2026-12-24T10:30:00Z"),
                Instant.parse("2026-11-01T03:00:00Z"),
                new FeePolicy(
                        "standard",
                        1,
                        ZoneId.of("Asia/Seoul"),
                        List.of(new FeePolicy.Tier(1, null, 0, null))),
                List.of(new OrderLine("A-1-1", Money.won(90_000))),
                Money.won(90_000));
    }

    private OrderNumber numberOf(BookingId booking) {
        return service.bean(Orders.class)
                .find(mina, booking)
                .map(order -> ((Order.Confirmed) order).number())
                .orElseThrow();
    }

    private static BookingId someBooking() {
        return new BookingId(UUID.randomUUID());
    }

    @Test
    void drawsAgainWhereTheNumberIsTaken() {
        var taken = UUID.randomUUID().getLeastSignificantBits();
        var first = someBooking();
        var second = someBooking();
        confirm(drawing(taken), first);
        assertThat(confirm(drawing(taken, taken, taken + 1), second))
                .contains(OrderState.CONFIRMED);
        assertThat(numberOf(second)).isNotEqualTo(numberOf(first));
        assertThat(service.bean(Orders.class).find(mina, numberOf(second)))
                .hasValueSatisfying(
                        found -> assertThat(found.opening().bookingId()).isEqualTo(second));
    }

    @Test
    void givesUpOnDiceThatFallAlwaysTheSameAndLeavesTheOrderOpen() {
        var taken = UUID.randomUUID().getLeastSignificantBits();
        confirm(drawing(taken), someBooking());
        var second = someBooking();
        var orders = drawing(taken, taken, taken, taken, taken);
        assertThatThrownBy(() -> confirm(orders, second)).isInstanceOf(DuplicateKeyException.class);
        assertThat(service.bean(Orders.class).find(mina, second)).isEmpty();
    }

    @Test
    void keepsTheNumberWhenItIsConfirmedAgain() {
        var booking = someBooking();
        confirm(service.bean(Orders.class), booking);
        var number = numberOf(booking);
        confirm(service.bean(Orders.class), booking);
        assertThat(numberOf(booking)).isEqualTo(number);
    }

    @Test
    void mayNotDeleteWhatAHistoryIsReadFrom() {
        for (var table : List.of("orders", "order_lines", "cancellations", "disputes")) {
            assertThatThrownBy(() -> service.write("delete from " + table + " where 1 = 0"))
                    .isInstanceOf(BadSqlGrammarException.class)
                    .rootCause()
                    .hasMessageContaining("command denied to user");
        }
    }
}
