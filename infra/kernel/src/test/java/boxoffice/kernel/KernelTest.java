package boxoffice.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
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
    void theSameBookingAndKeyAlwaysNameTheSameThing() {
        var booking = BookingId.of(new BuyerId("mina"), "k1");
        assertThat(booking.nameOf("cancellation", "c1"))
                .isEqualTo(booking.nameOf("cancellation", "c1"))
                .isNotEqualTo(booking.nameOf("cancellation", "c2"))
                .isNotEqualTo(booking.nameOf("other", "c1"))
                .isNotEqualTo(BookingId.of(new BuyerId("mina"), "k2").nameOf("cancellation", "c1"));
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
        assertThatIllegalArgumentException().isThrownBy(() -> new PromoterId("p".repeat(121)));
        assertThatIllegalArgumentException().isThrownBy(() -> new ScheduleId("x".repeat(41)));
        assertThatIllegalArgumentException().isThrownBy(() -> BookingId.of("not-a-uuid"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Money(1, "won"));
    }

    @Test
    void refusesWhatIsNoFeePolicy() {
        var seoul = ZoneId.of("Asia/Seoul");
        var tier = new FeePolicy.Tier(1, null, 10, null);
        assertThat(new FeePolicy("standard", 1, seoul, List.of(tier)).tiers()).hasSize(1);
        for (var bad :
                List.<Runnable>of(
                        () -> new FeePolicy(" ", 1, seoul, List.of(tier)),
                        () -> new FeePolicy("standard", 0, seoul, List.of(tier)),
                        () -> new FeePolicy("standard", 1, seoul, List.of()),
                        () -> new FeePolicy("standard", 1, seoul, List.of(tier, tier)),
                        () -> new FeePolicy.Tier(-1, null, 10, null),
                        () -> new FeePolicy.Tier(1, -1, 10, null),
                        () -> new FeePolicy.Tier(1, null, 101, null),
                        () -> new FeePolicy.Tier(1, null, -1, null),
                        () -> new FeePolicy.Tier(1, null, 10, -1L))) {
            assertThatIllegalArgumentException().isThrownBy(bad::run);
        }
    }

    @Test
    void aTierFitsByTheDaysToTheConcertAndSinceTheBooking() {
        var week = new FeePolicy.Tier(10, 7, 0, null);
        assertThat(week.fits(10, 7)).isTrue();
        assertThat(week.fits(9, 7)).isFalse();
        assertThat(week.fits(10, 8)).isFalse();
        assertThat(new FeePolicy.Tier(0, null, 0, null).fits(0, 1_000)).isTrue();
        assertThat(new FeePolicy.Tier(0, null, 0, null).fits(-1, 0)).isFalse();
    }

    @Test
    void refusesSpacesAroundAnIdThatADatabaseWouldNotSee() {
        assertThatIllegalArgumentException().isThrownBy(() -> new BuyerId("mina "));
        assertThatIllegalArgumentException().isThrownBy(() -> new ScheduleId(" winter-1"));
    }

    @Test
    void aPresaleCodeIsHashedWithItsScheduleHoweverItIsTyped() {
        var winter = new ScheduleId("winter-1");
        var hash = PresaleCode.hash(winter, "FAN-CLUB-2026");
        assertThat(hash).hasSize(64).isEqualTo(PresaleCode.hash(winter, " fan-club-2026 "));
        assertThat(hash)
                .isNotEqualTo(PresaleCode.hash(new ScheduleId("winter-2"), "FAN-CLUB-2026"));
        for (var bad : List.of("SHORT-1", "A".repeat(65), "FAN CLUB 2026", "", "팬클럽팬클럽팬클럽")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> PresaleCode.hash(winter, bad))
                    .withMessageNotContaining("FAN");
        }
    }
}
