package boxoffice.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PreferredWaitTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "wait=0 | 0",
                "wait=7 | 7",
                "WAIT = 7 | 7",
                "wait=\"7\" | 7",
                "wait=7; strictly | 7",
                "respond-async, wait=7, handling=lenient | 7",
                "wait=7, wait=3 | 7",
                "wait=11 | 10",
                "wait=999999999 | 10"
            })
    void takesTheFirstWait(String header, long seconds) {
        assertThat(PreferredWait.of(List.of(header)).said()).hasValue(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "wait",
                "wait=",
                "wait=-1",
                "wait=1.5",
                "wait=soon",
                "waits=1",
                "wait=9999999999"
            })
    void ignoresNonsense(String header) {
        assertThat(PreferredWait.of(List.of(header)).said()).isEmpty();
    }

    @Test
    void readsEveryHeader() {
        assertThat(PreferredWait.of(List.of("return=minimal", "wait=4")).said())
                .hasValue(Duration.ofSeconds(4));
        assertThat(PreferredWait.of(List.of()).said()).isEmpty();
    }
}
