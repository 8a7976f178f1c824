package boxoffice.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class KernelTest {

    @Test
    void theSameBuyerAndKeyAlwaysNameTheSameBooking() {
        var mina = new BuyerId("mina");
        assertThat(BookingId.of(mina, "k1")).isEqualTo(BookingId.of(mina, "k1"));
        assertThat(BookingId.of(mina, "k1"))
                .isNotEqualTo(BookingId.of(mina, "k2"))
                .isNotEqualTo(BookingId.of(new BuyerId("tae"), "k1"));
    }

    @Test
    void moneyAddsUpExactlyAndOnlyInOneCurrency() {
        assertThat(Money.total(List.of(Money.won(110_000), Money.won(1))))
                .isEqualTo(Money.won(110_001));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Money.won(1).plus(new Money(1, "USD")));
        assertThatThrownBy(() -> Money.won(Long.MAX_VALUE).plus(Money.won(1)))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void refusesWhatIsNoIdAndNoCurrency() {
        assertThatIllegalArgumentException().isThrownBy(() -> new BuyerId(" "));
        assertThatIllegalArgumentException().isThrownBy(() -> new ScheduleId("x".repeat(41)));
        assertThatIllegalArgumentException().isThrownBy(() -> BookingId.of("not-a-uuid"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Money(1, "won"));
    }

    @Test
    void refusesSpacesAroundAnIdThatADatabaseWouldNotSee() {
        assertThatIllegalArgumentException().isThrownBy(() -> new BuyerId("mina "));
        assertThatIllegalArgumentException().isThrownBy(() -> new ScheduleId(" winter-1"));
    }
}
