package boxoffice.gateway;

import java.net.URI;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * What the door is told, as {@code boxoffice.gateway}; {@code application.yaml} has the defaults.
 *
 * @param services where each of them listens
 * @param connectTimeout to reach a service, and to be given a connection to it
 * @param responseTimeout until a service begins to answer, and between two parts of its answer
 * @param streamTimeout the same where the client asked for an event stream
 * @param importTimeout the same where a whole file is sent
 * @param bodySizeMax of a request
 * @param importSizeMax the same where a whole file is sent
 * @param connectionsMax to one service at once, event streams among them
 * @param buyerRate of one buyer
 * @param addressRate of one address, behind which there may be many buyers
 * @param callersMax how many of each are remembered; the longest unseen is forgotten first
 * @param documentLife how long a service's own API document is kept
 * @param allowedOrigins of pages from elsewhere that may use the API; empty for none
 * @param contentSecurityPolicy for what a browser shows
 */
@ConfigurationProperties("boxoffice.gateway")
record GatewayProperties(
        Map<Destination, URI> services,
        Duration connectTimeout,
        Duration responseTimeout,
        Duration streamTimeout,
        Duration importTimeout,
        DataSize bodySizeMax,
        DataSize importSizeMax,
        int connectionsMax,
        Rate buyerRate,
        Rate addressRate,
        int callersMax,
        Duration documentLife,
        List<String> allowedOrigins,
        String contentSecurityPolicy) {

    /**
     * So many requests each second, and so many at once after a pause.
     *
     * @param perSecond at least 1
     * @param burst at least 1
     */
    record Rate(int perSecond, int burst) {
        Rate {
            if (perSecond < 1 || burst < 1) {
                throw new IllegalArgumentException(
                        "a rate needs at least 1 per second and a burst of at least 1");
            }
        }
    }

    GatewayProperties {
        for (var destination : Destination.values()) {
            var address = services.get(destination);
            if (address == null || address.getHost() == null) {
                throw new IllegalArgumentException(
                        "boxoffice.gateway.services."
                                + destination.id()
                                + " must be an address such as http://127.0.0.1:8081");
            }
        }
        services = new EnumMap<>(services);
        allowedOrigins = List.copyOf(allowedOrigins);
    }

    URI address(Destination destination) {
        var address = services.get(destination);
        if (address == null) {
            throw new IllegalStateException("no address of " + destination.id());
        }
        return address;
    }
}
