package boxoffice.local.system;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The five services. */
public enum Service {
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

    /** The database of its own, and the name of that database's user; booking has none. */
    public Optional<String> database() {
        return this == BOOKING ? Optional.empty() : Optional.of("boxoffice_" + id());
    }

    Path target(Path root) {
        return root.resolve(folder).resolve("service").resolve("target");
    }
}
