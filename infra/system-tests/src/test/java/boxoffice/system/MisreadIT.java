package boxoffice.system;

import static org.assertj.core.api.Assertions.assertThat;

import boxoffice.local.system.Service;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What no client of ours would send and strangers do: nothing of it is our own fault, whichever
 * service hears it first.
 */
class MisreadIT {

    private static Buyer buyer() {
        return Buyer.called("mina");
    }

    /** A list, so that there is a query to read. */
    private static String listOf(Service service) {
        return switch (service) {
            case GATEWAY, ORDER -> "/api/orders";
            case BOOKING -> "/api/bookings/1/cancellation-quote";
            case CONCERT -> "/api/concerts";
            case PAYMENT -> "/api/wallet/entries";
            case QUEUE -> "/api/waiting-rooms/" + Seats.ARENA;
        };
    }

    @ParameterizedTest
    @EnumSource(names = "QUEUE", mode = EnumSource.Mode.EXCLUDE)
    void refusesAQueryThatCannotBeRead(Service service) {
        var list = listOf(service);
        get(service, list + "?=nameless").expectProblem(400, "query-invalid");
        get(service, list + "?q=%FF").expectProblem(400, "query-invalid");
        // Some look at all names, some at those that they know: refused or left alone, no fault.
        assertThat(get(service, list + "?q%0A=line").status()).isLessThan(500);
        assertThat(get(service, list + "?%F3%B0%80%80=private").status()).isLessThan(500);
    }

    private static Answer get(Service service, String path) {
        return Http.get(service, path, buyer().headers("none"));
    }

    @ParameterizedTest
    @EnumSource
    void tellsOfAMethodThatNobodyKnowsWhichThereAre(Service service) {
        for (var method : new String[] {"QUERY", "LOCK"}) {
            var answer =
                    Http.send(method, service, listOf(service), buyer().headers("none"), null)
                            .expectProblem(405, "method-not-allowed");
            assertThat(answer.header("Allow")).contains("GET");
            // Whoever that is says so first, also where reading needs no token.
            Http.send(method, service, listOf(service), Map.of(), null)
                    .expectProblem(401, "token-missing");
        }
    }

    @ParameterizedTest
    @EnumSource
    void takesNoFormNotEvenABrokenOne(Service service) {
        var asker = service == Service.CONCERT ? Buyer.called("park") : buyer();
        var headers = new TreeMap<>(asker.headers("none"));
        headers.put("Content-Type", "multipart/form-data");
        assertThat(Http.get(service, listOf(service), headers).status()).isIn(200, 404);
        if (service != Service.QUEUE && service != Service.ORDER) {
            Http.post(service, postOf(service), headers, "x")
                    .expectProblem(415, "unsupported-media-type");
        }
    }

    private static String postOf(Service service) {
        return switch (service) {
            case GATEWAY, BOOKING -> "/api/bookings";
            case CONCERT -> "/api/concerts/1/schedules";
            case PAYMENT -> "/api/wallet/top-ups";
            case ORDER, QUEUE -> throw new IllegalArgumentException("it takes no posts");
        };
    }
}
