package boxoffice.local.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {
    @Test
    void namesTheProcessThatHoldsAPort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(Ports.isFree(socket.getLocalPort())).isFalse();
            assertThat(Ports.holder(socket.getLocalPort()))
                    .hasValueSatisfying(holder -> {
                        assertThat(holder.pid()).isEqualTo(ProcessHandle.current().pid());
                        assertThat(holder.command()).contains("java");
                    });
        }
    }

    @Test
    void givesNoPortTwice() {
        assertThat(Ports.free()).isNotEqualTo(Ports.free());
    }

    @Test
    void givesNoPortThatAConnectionGoingOutCouldTake() {
        assertThat(Ports.free()).isBetween(20_000, 32_767);
    }

    @Test
    void saysNothingAboutAPortThatNobodyHolds() {
        var port = Ports.free();
        assertThat(Ports.isFree(port)).isTrue();
        assertThat(Ports.holder(port)).isEmpty();
    }
}
