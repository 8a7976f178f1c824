package boxoffice.system;

import boxoffice.local.system.Service;
import boxoffice.testing.service.ApiContract;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.EnumMap;
import java.util.Map;

/** Holds what services and gateway answer in these tests against their OpenAPI documents. */
final class Contracts {
    private Contracts() {}

    private static final Map<Service, ApiContract> KNOWN = new EnumMap<>(Service.class);

    /**
     * @throws AssertionError where the answer is not as documented
     */
    static void hold(Service service, HttpClient client, HttpResponse<String> answer)
            throws IOException, InterruptedException {
        var contract = of(service, client);
        if (contract != null) {
            contract.hold(answer);
        }
    }

    /**
     * Null where the service went away just after an answer, and its document was never read; and
     * of the gateway as long as it cannot ask all services for theirs.
     */
    private static synchronized @Nullable ApiContract of(Service service, HttpClient client)
            throws InterruptedException {
        var known = KNOWN.get(service);
        if (known != null) {
            return known;
        }
        var path =
                service == Service.GATEWAY
                        ? "/api/openapi.json"
                        : "/api/openapi/" + service.id() + ".json";
        var request = HttpRequest.newBuilder(House.system().address(service).resolve(path));
        try {
            var document = client.send(request.build(), BodyHandlers.ofString()).body();
            if (document.contains("\"x-left-out\"")) {
                return null;
            }
            var read = ApiContract.of(document);
            KNOWN.put(service, read);
            return read;
        } catch (IOException e) {
            return null;
        }
    }
}
