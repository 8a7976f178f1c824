package boxoffice.concert.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PresaleCodesTest {

    private static final String CODE = "0123";

    @Test
    void wantsACodeOfThisPresale() {
        assertThat(presale(0, null).refusal(1, null))
                .contains(Refusal.of(Refusal.Reason.PRESALE_CODE_REQUIRED));
        assertThat(presale(0, null).refusal(1, CODE))
                .contains(Refusal.of(Refusal.Reason.PRESALE_CODE_INVALID));
        assertThat(presale(0, 0).refusal(4, CODE)).isEmpty();
    }

    @Test
    void givesSoManySeatsByOneCode() {
        assertThat(presale(3, 3).refusal(1, CODE)).isEmpty();
        assertThat(presale(3, 3).refusal(2, CODE))
                .contains(refused(Refusal.Reason.PRESALE_CODE_USED_UP, 4, 1));
    }

    @Test
    void givesSoManySeatsInAll() {
        assertThat(presale(9, 0).refusal(1, CODE)).isEmpty();
        assertThat(presale(9, 0).refusal(2, CODE))
                .contains(refused(Refusal.Reason.PRESALE_SOLD_OUT, 10, 1));
        assertThat(presale(8, 3).refusal(3, CODE))
                .contains(refused(Refusal.Reason.PRESALE_CODE_USED_UP, 4, 1));
    }

    /** Of ten seats, four by one code. */
    private static PresaleCodes presale(int taken, @Nullable Integer byCode) {
        return new PresaleCodes("fans", 10, taken, 4, byCode);
    }

    private static Refusal refused(Refusal.Reason reason, int limit, int remaining) {
        return Refusal.of(reason, new PolicyLimit("PresaleCodes", limit, remaining));
    }
}
