package boxoffice.gateway;

import boxoffice.web.ApiProblem;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.hc.client5.http.classic.HttpClient;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.core5.util.Timeout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The services' OpenAPI documents as one. Each is asked for when somebody wants to read it, and
 * kept for a while. A service that cannot be asked leaves its part out, and the document says so.
 */
@Component
class Documents {

    private static final Logger log = LoggerFactory.getLogger(Documents.class);

    /** The first time a service is asked, it has yet to write it. */
    private static final Timeout PATIENCE = Timeout.ofSeconds(8);

    private static final int BYTES_MAX = 8 << 20;

    private final HttpClient http;
    private final Breakers breakers;
    private final GatewayProperties properties;
    private final JsonMapper json;
    private final Cache<Destination, JsonNode> kept;

    /**
     * @param json the OpenAPI document
     * @param leftOut whose part is missing
     */
    record Merged(ObjectNode json, Set<Destination> leftOut) {
        boolean isWhole() {
            return leftOut.isEmpty();
        }
    }

    Documents(HttpClient http, Breakers breakers, GatewayProperties properties, JsonMapper json) {
        this.http = http;
        this.breakers = breakers;
        this.properties = properties;
        this.json = json;
        kept = Caffeine.newBuilder().expireAfterWrite(properties.documentLife()).build();
    }

    Merged merged(HttpServletRequest request) {
        var nothing = RequestBody.of(request, 0);
        var parts = new EnumMap<Destination, JsonNode>(Destination.class);
        var asked = new EnumMap<Destination, Future<Optional<JsonNode>>>(Destination.class);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var destination : Destination.values()) {
                asked.put(destination, threads.submit(() -> document(destination, nothing)));
            }
        }
        asked.forEach((destination, answer) ->
                answer.resultNow().ifPresent(document -> parts.put(destination, document)));
        var leftOut = EnumSet.allOf(Destination.class);
        leftOut.removeAll(parts.keySet());
        return new Merged(MergedDocument.of(parts, leftOut), leftOut);
    }

    /** Empty where it cannot be had now. */
    private Optional<JsonNode> document(Destination destination, RequestBody nothing) {
        var known = kept.getIfPresent(destination);
        if (known != null) {
            return Optional.of(known);
        }
        var asked = ask(destination, nothing);
        asked.ifPresent(document -> kept.put(destination, document));
        return asked;
    }

    private Optional<JsonNode> ask(Destination destination, RequestBody nothing) {
        var path = "/api/openapi/" + destination.id() + ".json";
        var call = new HttpGet(properties.address(destination).resolve(path));
        call.setConfig(
                RequestConfig.custom()
                        .setConnectionRequestTimeout(Timeout.of(properties.connectTimeout()))
                        .setResponseTimeout(PATIENCE)
                        .build());
        try {
            var answer =
                    breakers.guard(
                            destination,
                            nothing,
                            () -> new Answer(call, http.executeOpen(null, call, null)));
            return read(destination, answer);
        } catch (ApiProblem | IOException | JacksonException e) {
            log.warn("No API document of {}: {}", destination.id(), e.toString());
            return Optional.empty();
        }
    }

    private Optional<JsonNode> read(Destination destination, Answer answer) throws IOException {
        var body = answer.body();
        if (!answer.getStatusCode().isSameCodeAs(HttpStatus.OK) || body == null) {
            answer.breakOff();
            log.warn("The API document of {} is {}", destination.id(), answer.getStatusCode());
            return Optional.empty();
        }
        var bytes = body.readNBytes(BYTES_MAX);
        answer.breakOff();
        return Optional.of(json.readTree(bytes));
    }
}
