package boxoffice.concert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import boxoffice.concert.contract.ConcertActivities;
import boxoffice.concert.contract.HoldSeats;
import boxoffice.concert.contract.SeatsHeld;
import boxoffice.concert.contract.SellSeats;
import boxoffice.testing.SqlServer;
import io.temporal.failure.ApplicationFailure;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.TimeZone;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Starting, without Temporal and with whatever time zone; what a command and the schema refuse. */
@ParameterizedClass
@MethodSource("boxoffice.testing.Databases#all")
class ServiceStartIT {

    private final SqlServer server;

    ServiceStartIT(SqlServer server) {
        this.server = server;
    }

    @Test
    void isReadyWithoutTemporalWhilePollersAreDown() throws Exception {
        try (var service =
                RunningService.own(
                        server.fresh("concert"),
                        "--boxoffice.temporal.polling=true",
                        // Nobody listens on the discard port.
                        "--boxoffice.temporal.target=127.0.0.1:9")) {
            assertThat(health(service, "readiness")).isEqualTo(200);
            assertThat(health(service, "liveness")).isEqualTo(200);
            assertThat(health(service, "pollers")).isEqualTo(503);
            assertThat(
                            service.bean(JdbcClient.class)
                                    .sql("select count(*) from DATABASECHANGELOG")
                                    .query(Integer.class)
                                    .single())
                    .isPositive();
        }
    }

    @Test
    void keepsInstantsInAnyTimeZoneAndStartsTwiceOnTheSameRows() {
        var database = server.fresh("concert");
        var zone = TimeZone.getDefault();
        var booking = House.booking();
        var startedAt = Instant.now();
        try (var service = RunningService.own(database)) {
            new House(service, "A-1").holdStarted(booking, House.buyer("mina"), startedAt, "A-1");
        }
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Seoul"));
            try (var service = RunningService.own(database)) {
                var house = new House(service, "A-1");
                var repeat = house.holdStarted(booking, House.buyer("mina"), startedAt, "A-1");
                var held = house.hold(House.booking(), "A-1");
                assertThat(((SeatsHeld) repeat).startsAt()).isEqualTo(House.CONCERT);
                assertThat(((SeatsHeld) held).startsAt()).isEqualTo(House.CONCERT);
                assertThat(((SeatsHeld) held).heldUntil())
                        .isBetween(startedAt.plusSeconds(300), Instant.now().plusSeconds(300));
            }
        } finally {
            TimeZone.setDefault(zone);
        }
    }

    static Stream<List<String>> malformedLists() {
        return Stream.of(
                List.of(),
                List.of("A-1", "A-1"),
                List.of("A-1,A-2"),
                List.of(""),
                List.of("A-" + "1".repeat(19)),
                IntStream.range(0, HoldSeats.SEATS_MAX + 1).mapToObj(i -> "A-" + i).toList(),
                IntStream.range(0, 1_000).mapToObj(i -> "A-" + i).toList());
    }

    @ParameterizedTest
    @MethodSource("malformedLists")
    void refusesAMalformedCommandForGoodAndLeavesNoRow(List<String> seatNos) {
        var service = RunningService.shared(server);
        var house = new House(service, "A-1");
        var activities = service.bean(ConcertActivities.class);
        var hold =
                new HoldSeats(
                        House.booking(),
                        House.buyer("mina"),
                        house.schedule,
                        seatNos,
                        Instant.now());
        var sell = new SellSeats(hold.bookingId(), house.schedule, seatNos);

        assertThatThrownBy(() -> activities.holdSeats(hold)).satisfies(this::isForGood);
        assertThatThrownBy(() -> activities.sellSeats(sell)).satisfies(this::isForGood);
        assertThat(house.rows()).isZero();
    }

    private void isForGood(Throwable thrown) {
        assertThat(thrown).isInstanceOf(ApplicationFailure.class);
        assertThat(((ApplicationFailure) thrown).isNonRetryable()).isTrue();
        assertThat(((ApplicationFailure) thrown).getType()).isEqualTo("MALFORMED_COMMAND");
    }

    @Test
    void theLongestRefusalFitsItsRow() {
        var house = new House(RunningService.shared(server), "A-1");
        var longest =
                IntStream.range(0, HoldSeats.SEATS_MAX)
                        .mapToObj(i -> "가".repeat(18) + (10 + i))
                        .toArray(String[]::new);
        var booking = House.booking();

        var refusal = house.hold(booking, longest);

        assertThat(house.hold(booking, longest)).isEqualTo(refusal);
        assertThat(refusal.toString()).contains(Arrays.asList(longest));
    }

    @Test
    void theSchemaItselfRefusesWhatNoStateAllows() {
        var house = new House(RunningService.shared(server), "A-1");
        var booking = House.booking();
        house.hold(booking, "A-1");
        var breaches =
                List.of(
                        "update seats set booking_id = null where schedule_id = ?",
                        "update seats set state = 'FREE' where schedule_id = ?",
                        "update seats set state = 'GONE' where schedule_id = ?",
                        "update seats set price_amount = -1 where schedule_id = ?",
                        "update seats set booking_id = 'nobody' where schedule_id = ?",
                        "update seat_holds set state = 'SOLD' where schedule_id = ?",
                        "update seat_holds set state = 'RELEASED' where schedule_id = ?",
                        "update seat_holds set held_until = null where schedule_id = ?",
                        "update seat_holds set refusal_reason = 'EXPIRED' where schedule_id = ?",
                        "update schedules set hold_seconds = 0 where schedule_id = ?",
                        "delete from seat_holds where schedule_id = ?");
        for (var breach : breaches) {
            assertThatThrownBy(() -> house.writeWith(breach, house.schedule.value()))
                    .as(breach)
                    .isInstanceOfAny(
                            DataIntegrityViolationException.class, UncategorizedSQLException.class);
        }
        assertThat(house.row(booking)).isEqualTo("HELD");
        assertThat(house.seats()).isEqualTo("A-1:HELD");
        assertThat(house.ownedBy(booking)).isEqualTo(1);
    }

    private static int health(RunningService service, String group) throws Exception {
        var uri = "http://127.0.0.1:" + service.port() + "/actuator/health/" + group;
        try (var http = HttpClient.newHttpClient()) {
            return http.send(
                            HttpRequest.newBuilder(URI.create(uri)).build(),
                            BodyHandlers.discarding())
                    .statusCode();
        }
    }
}
