package boxoffice.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class FiguresTest {

    @Test
    void takesPercentilesFromTheMeasuredOnesWhateverTheirOrder() {
        var figures =
                new Figures(
                        LongStream.rangeClosed(1, 100)
                                .map(n -> 101 - n)
                                .mapToObj(Duration::ofMillis)
                                .toList());

        assertThat(figures.p50Ms()).isEqualTo(50);
        assertThat(figures.p95Ms()).isEqualTo(95);
    }

    @Test
    void isThatOneWhereThereIsOnlyOne() {
        var figures = new Figures(List.of(Duration.ofNanos(1_500_000)));

        assertThat(figures.p50Ms()).isEqualTo(1.5);
        assertThat(figures.p95Ms()).isEqualTo(1.5);
    }

    @Test
    void refusesToDescribeNothing() {
        assertThatThrownBy(() -> new Figures(List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nothing was measured");
    }
}
