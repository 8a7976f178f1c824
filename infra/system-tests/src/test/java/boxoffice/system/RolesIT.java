package boxoffice.system;

import static org.assertj.core.api.Assertions.assertThat;

import boxoffice.local.system.Service;
import boxoffice.system.Grid.Line;
import boxoffice.system.Grid.Role;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Walks the grid of {@code roles.csv} through the door: every endpoint, asked for by everybody, of
 * what is the asker's own and of what is another's.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RolesIT {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Map<Role, Map<String, String>> things = new EnumMap<>(Role.class);
    private final Map<Role, String> tokens = new EnumMap<>(Role.class);

    @BeforeAll
    void setUp() {
        House.assumeRealTemporal();
        var buyer = Buyer.withPoints(1_000_000);
        tokens.put(Role.BUYER, buyer.token());
        tokens.put(Role.FOREIGN_BUYER, Buyer.withPoints(0).token());
        // The foreign promoter of the grid is this one, too, who asks for what another has.
        tokens.put(Role.PROMOTER, Buyer.called("park").token());
        tokens.put(Role.FOREIGN_PROMOTER, Buyer.called("park").token());
        tokens.put(Role.OPERATOR, Buyer.called("kim").token());

        var booking = booked(buyer);
        var own = OwnThings.ofPark();
        own.put("booking", booking);
        own.put(
                "entry",
                Rooms.join(buyer, Objects.requireNonNull(own.get("draft"))).text("entryId"));
        var foreign = OwnThings.ofAnother();
        foreign.put("booking", booking);
        foreign.put("entry", own.get("entry"));
        for (var role : Role.values()) {
            things.put(role, role == Role.FOREIGN_PROMOTER ? foreign : own);
        }
    }

    private static String booked(Buyer buyer) {
        var booking =
                buyer.bookPatiently("k", Seats.ARENA, Seats.inTheArena(1))
                        .expect(201)
                        .text("bookingId");
        buyer.payPatiently(booking, "p").expect(200);
        return booking;
    }

    static List<Line> lines() {
        return Grid.lines();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lines")
    void answersEachRoleAsTheGridSays(Line line) {
        var softly = new SoftAssertions();
        line.answers()
                .forEach((role, expected) ->
                        softly.assertThat(ask(role, line)).as("%s", role).isEqualTo(expected));
        softly.assertAll();
    }

    private String ask(Role role, Line line) {
        var named = things.getOrDefault(role, Map.of());
        var headers = new TreeMap<>(Map.of("Idempotency-Key", "grid-" + COUNT.incrementAndGet()));
        Optional.ofNullable(tokens.get(role))
                .ifPresent(token -> headers.put("Authorization", "Bearer " + token));
        if (!line.body().isEmpty()) {
            headers.put("Content-Type", "application/json");
        }
        var path = filled(line.path(), named);
        var body = line.body().isEmpty() ? null : filled(line.body(), named);
        var answer =
                Buyer.patiently(
                        () -> Http.send(line.method(), Service.GATEWAY, path, headers, body));
        return (answer.status() + " " + answer.code()).strip();
    }

    private static String filled(String text, Map<String, String> things) {
        var filled = text;
        for (var thing : things.entrySet()) {
            filled = filled.replace("{" + thing.getKey() + "}", thing.getValue());
        }
        return filled;
    }

    /** So that nobody adds an endpoint without saying whose it is. */
    @Test
    void hasALineForEachEndpointAndNoOther() {
        var documented =
                MergedApi.read()
                        .operations()
                        .map(operation -> Grid.nameless(operation.endpoint()))
                        .toList();
        var lines = Grid.lines().stream().map(Line::operation).distinct().toList();
        assertThat(lines).containsExactlyInAnyOrderElementsOf(documented);
    }
}
