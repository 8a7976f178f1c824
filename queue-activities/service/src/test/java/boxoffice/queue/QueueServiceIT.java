package boxoffice.queue;

import static org.assertj.core.api.Assertions.assertThat;

import boxoffice.testing.Databases;
import boxoffice.testing.service.ServiceUnderTest;
import org.junit.jupiter.api.Test;

/** The process as a whole. */
class QueueServiceIT {

    /** Nothing listens there. */
    private static final String NO_TEMPORAL = "--boxoffice.temporal.target=127.0.0.1:1";

    @Test
    void isReadyWithoutTemporalAndSaysThatItDoesNotPoll() {
        try (var service =
                ServiceUnderTest.start(QueueService.class, Databases.any(), NO_TEMPORAL)) {
            var readiness = service.get("/actuator/health/readiness", null);
            assertThat(readiness.statusCode()).isEqualTo(200);
            assertThat(readiness.body()).contains("\"status\":\"UP\"");
            var pollers = service.get("/actuator/health/pollers", null);
            assertThat(pollers.statusCode()).isEqualTo(503);
            assertThat(pollers.body()).contains("\"status\":\"DOWN\"");
            assertThat(service.get("/api/waiting-rooms/any", null).statusCode()).isEqualTo(404);
        }
    }
}
