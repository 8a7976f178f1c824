package boxoffice.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.TestExecutionListener;
import org.opentest4j.TestAbortedException;

class SkipsTest {
    @Test
    void isFoundByJUnit() {
        assertThat(ServiceLoader.load(TestExecutionListener.class))
                .anyMatch(Skips.class::isInstance);
    }

    @Test
    void failsATestThatMustNotBeSkipped() {
        if (Skips.allRequired()) {
            assertThatThrownBy(() -> Skips.because("there is no tctl"))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("no tctl");
        } else {
            assertThatThrownBy(() -> Skips.because("there is no tctl"))
                    .isInstanceOf(TestAbortedException.class)
                    .hasMessageContaining("no tctl");
        }
    }
}
