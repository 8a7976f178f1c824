package boxoffice.order.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The names that people have for orders. */
class OrderNumberTest {

    private static final OrderNumber NUMBER = new OrderNumber("K7QD01XW9TRC");

    @Test
    void isShownInGroupsOfFour() {
        assertThat(NUMBER).hasToString("K7QD-01XW-9TRC");
    }

    @Test
    void isReadHoweverPeopleWriteIt() {
        for (var typed :
                List.of(
                        "K7QD-01XW-9TRC",
                        "k7qd-01xw-9trc",
                        "K7QD01XW9TRC",
                        " K7QD 01XW 9TRC ",
                        "K7QD-OIXW-9TRC",
                        "k7qd-olxw-9trc")) {
            assertThat(OrderNumber.parse(typed)).isEqualTo(NUMBER);
        }
    }

    @Test
    void refusesWhatIsNoneHoweverItIsRead() {
        for (var typed :
                List.of(
                        "",
                        "K7QD-01XW-9TR",
                        "K7QD-01XW-9TRC0",
                        "U7QD-01XW-9TRC",
                        "K7QD-01XW-9TR%",
                        "-".repeat(25),
                        "x".repeat(1_000_000))) {
            assertThatIllegalArgumentException().isThrownBy(() -> OrderNumber.parse(typed));
        }
    }

    @Test
    void isDrawnFromAllItsSymbolsAtEachPlace() {
        var seen = new HashSet<OrderNumber>();
        var symbols = new HashSet<String>();
        var source = new SecureRandom();
        for (var i = 0; i < 10_000; i++) {
            var number = OrderNumber.random(source);
            seen.add(number);
            assertThat(OrderNumber.parse(number.toString())).isEqualTo(number);
            for (var place = 0; place < number.symbols().length(); place++) {
                symbols.add(place + ":" + number.symbols().charAt(place));
            }
        }
        assertThat(seen).hasSize(10_000);
        assertThat(symbols).hasSize(12 * 32);
    }
}
