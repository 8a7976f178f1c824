package boxoffice.order;

import static org.assertj.core.api.Assertions.assertThat;

import boxoffice.testing.Databases;
import boxoffice.testing.service.ServiceUnderTest;

import org.junit.jupiter.api.Test;

import java.sql.SQLException;

import javax.sql.DataSource;

/** The process as a whole. */
class OrderServiceIT {

    /** Nothing listens there. */
    private static final String NO_TEMPORAL = "--boxoffice.temporal.target=127.0.0.1:1";

    private static final String ONE_CONNECTION = "--spring.datasource.hikari.maximum-pool-size=1";
    private static final String SOON = "--spring.datasource.hikari.connection-timeout=300";

    @Test
    void isReadyWithoutTemporalAndSaysThatItDoesNotPoll() throws SQLException {
        try (var service =
                ServiceUnderTest.start(
                        OrderService.class, Databases.any(), NO_TEMPORAL, ONE_CONNECTION, SOON)) {
            var readiness = service.get("/actuator/health/readiness", null);
            assertThat(readiness.statusCode()).isEqualTo(200);
            assertThat(readiness.body()).contains("\"status\":\"UP\"");
            var pollers = service.get("/actuator/health/pollers", null);
            assertThat(pollers.statusCode()).isEqualTo(503);
            assertThat(pollers.body()).contains("\"status\":\"DOWN\"");
            assertThat(service.get("/api/orders", null).statusCode()).isEqualTo(401);
            asksToComeAgainWhileItHasNoConnection(service);
        }
    }

    private static void asksToComeAgainWhileItHasNoConnection(ServiceUnderTest service)
            throws SQLException {
        assertThat(service.getAs("mina", "/api/orders").statusCode()).isEqualTo(200);
        try (var _ = service.bean(DataSource.class).getConnection()) {
            var refused = service.getAs("mina", "/api/orders");
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).hasValue("1");
            assertThat(refused.body()).contains("\"code\":\"temporarily-unavailable\"");
        }
        assertThat(service.getAs("mina", "/api/orders").statusCode()).isEqualTo(200);
    }
}
