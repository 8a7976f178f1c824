package boxoffice.local.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PortPlanTest {
    @Test
    void hasTheDocumentedPorts() {
        var plan = PortPlan.of(Map.of());

        assertThat(plan.of(Service.GATEWAY)).isEqualTo(8080);
        assertThat(plan.of(Service.BOOKING)).isEqualTo(8081);
        assertThat(plan.of(Service.QUEUE)).isEqualTo(8085);
        assertThat(plan.temporal()).isEqualTo(7233);
        assertThat(plan.webUi()).isEqualTo(8233);
        assertThat(plan.issuer()).isEqualTo(8090);
        assertThat(plan.sandbox()).isEqualTo(8091);
    }

    @Test
    void takesAnotherPortFromTheEnvironment() {
        var plan = PortPlan.of(Map.of("BOXOFFICE_PORT_BOOKING", "9081"));

        assertThat(plan.of(Service.BOOKING)).isEqualTo(9081);
        assertThat(plan.of(Service.CONCERT)).isEqualTo(8082);
    }

    @Test
    void refusesWhatIsNoPort() {
        for (var wrong : new String[] {"eighty", "0", "-1", "65536"}) {
            assertThatThrownBy(() -> PortPlan.of(Map.of("BOXOFFICE_PORT_ISSUER", wrong)))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("BOXOFFICE_PORT_ISSUER")
                    .hasMessageContaining(wrong);
        }
    }

    @Test
    void givesEachOfThemAPortOfItsOwn() {
        var ports = PortPlan.free().all().stream().map(PortPlan.Named::port).toList();

        assertThat(new HashSet<>(ports)).hasSameSizeAs(ports);
    }
}
