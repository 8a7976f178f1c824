package boxoffice.local.system;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The five services, and before them the door through which all are reached. */
public enum Service {
    GATEWAY("infra/gateway", "boxoffice.gateway.GatewayService", 8080),
    BOOKING("booking-workflow", "boxoffice.booking.BookingService", 8081),
    CONCERT("concert-activities", "boxoffice.concert.ConcertService", 8082),
    ORDER("order-activities", "boxoffice.order.OrderService", 8083),
    PAYMENT("payment-activities", "boxoffice.payment.PaymentService", 8084),
    QUEUE("queue-activities", "boxoffice.queue.QueueService", 8085);

    private final String folder;
    private final String mainClass;
    private final int defaultPort;

    Service(String folder, String mainClass, int defaultPort) {
        this.folder = folder;
        this.mainClass = mainClass;
        this.defaultPort = defaultPort;
    }

    /** Empty where no service is called so. */
    static Optional<Service> called(String name) {
        return Arrays.stream(values()).filter(service -> service.id().equals(name)).findFirst();
    }

    /** Its name in lower case, as in file names, task queues and environment variables. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    String mainClass() {
        return mainClass;
    }

    int defaultPort() {
        return defaultPort;
    }

    /** Those behind the door. */
    public static Set<Service> behindTheDoor() {
        return EnumSet.complementOf(EnumSet.of(GATEWAY));
    }

    /** The database of its own, and the name of that database's user; booking has none. */
    public Optional<String> database() {
        return this == GATEWAY || this == BOOKING
                ? Optional.empty()
                : Optional.of("boxoffice_" + id());
    }

    /** Whether buyers keep connections to it open by the thousand. */
    boolean isCrowded() {
        return this == GATEWAY || this == QUEUE;
    }

    /** A connection whose request is being answered takes some 90 KB of the gateway's heap. */
    int heapMegabytes() {
        return isCrowded() ? 512 : 256;
    }

    /** Whether it takes work from Temporal. */
    boolean hasWorkers() {
        return this != GATEWAY;
    }

    Path target(Path root) {
        var module = root.resolve(folder);
        return (this == GATEWAY ? module : module.resolve("service")).resolve("target");
    }

    /** What its jars are called, in a shell's pattern. */
    String jars() {
        return this == GATEWAY ? "gateway-*.jar" : id() + "-service-*.jar";
    }
}
