package boxoffice.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SharedTemporalIT {
    @Test
    void answersTheTemporalCommand() {
        assertThat(TestTemporal.shared().cli("operator", "cluster", "health")).contains("SERVING");
        assertThat(TestTemporal.shared().target()).startsWith("127.0.0.1:");
    }
}
