package boxoffice.gateway;

import java.io.IOException;
import org.apache.hc.client5.http.classic.HttpClient;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.io.entity.InputStreamEntity;
import org.springframework.cloud.gateway.server.mvc.handler.ProxyExchange;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Passes one request on and its answer back, part by part as they come. Nothing is sent twice:
 * where it is not known whether a service has done what it was asked, the client is told so and
 * repeats it with the same Idempotency-Key.
 *
 * <p>The gateway's own exchange is not used, because it reads an answer to its end when the client
 * has gone, which for an event stream is never, and ends an answer that broke off as if it were
 * whole.
 */
@Component
class Exchange implements ProxyExchange {

    private static final String DESTINATION = Exchange.class.getName() + ".destination";

    /** For the services, which believe the door. */
    private static final String FORWARDED_FOR = "X-Forwarded-For";

    private final HttpClient http;
    private final Limits limits;
    private final Breakers breakers;

    Exchange(HttpClient http, Limits limits, Breakers breakers) {
        this.http = http;
        this.limits = limits;
        this.breakers = breakers;
    }

    /** Notes where a request goes. */
    static ServerRequest to(Destination destination, ServerRequest request) {
        request.attributes().put(DESTINATION, destination);
        return request;
    }

    /**
     * @throws boxoffice.web.ApiProblem where there is no answer to pass back
     */
    @Override
    public ServerResponse exchange(Request request) {
        var incoming = request.getServerRequest();
        var destination = (Destination) incoming.attribute(DESTINATION).orElseThrow();
        var limit = limits.of(incoming.servletRequest());
        var body = RequestBody.of(incoming.servletRequest(), limit.bodyBytesMax());
        var call = callOf(request, body);
        var context = HttpClientContext.create();
        context.setRequestConfig(limit.times());
        var answer =
                breakers.guard(
                        destination,
                        body,
                        () -> new Answer(call, http.executeOpen(null, call, context)));
        var passedBack = new PassedBack(destination, answer);
        request.getResponseConsumers().forEach(consumer -> consumer.accept(answer, passedBack));
        return passedBack;
    }

    private static HttpUriRequestBase callOf(Request request, RequestBody body) {
        var call = new HttpUriRequestBase(request.getMethod().name(), request.getUri());
        request.getHeaders()
                .forEach((name, values) -> values.forEach(value -> call.addHeader(name, value)));
        // Tomcat has answered it, and the length goes with the body.
        call.removeHeaders(HttpHeaders.EXPECT);
        call.removeHeaders(HttpHeaders.CONTENT_LENGTH);
        // Whatever was claimed of it on the way here has been weighed.
        call.setHeader(FORWARDED_FOR, request.getServerRequest().servletRequest().getRemoteAddr());
        if (body.isPresent()) {
            call.setEntity(new InputStreamEntity(body, body.length(), null));
        }
        return call;
    }

    /** What is done once for each answer that a service gives. */
    interface Call {
        Answer send() throws IOException;
    }
}
