package boxoffice.system;

import boxoffice.local.system.Service;
import boxoffice.testing.service.ApiContract;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Holds what the services answer in these tests against their OpenAPI documents. */
final class Contracts {
    private Contracts() {}

    private static final Map<Service, ApiContract> KNOWN = new EnumMap<>(Service.class);

    /**
     * @throws AssertionError where the answer is not as documented
     */
    static void hold(Service service, HttpClient client, HttpResponse<String> answer)
            throws IOException, InterruptedException {
        // The gateway has no document of its own yet; what it passes on is held where it is asked.
        var contract = service == Service.GATEWAY ? null : of(service, client);
        if (contract != null) {
            contract.hold(answer);
        }
    }

    /** Null where the service went away just after an answer, and its document was never read. */
    private static synchronized @Nullable ApiContract of(Service service, HttpClient client)
            throws InterruptedException {
        var known = KNOWN.get(service);
        if (known != null) {
            return known;
        }
        var path = "/api/openapi/" + service.name().toLowerCase(Locale.ROOT) + ".json";
        var request = HttpRequest.newBuilder(House.system().address(service).resolve(path));
        try {
            var document = client.send(request.build(), BodyHandlers.ofString()).body();
            var read = ApiContract.of(document);
            KNOWN.put(service, read);
            return read;
        } catch (IOException e) {
            return null;
        }
    }
}
