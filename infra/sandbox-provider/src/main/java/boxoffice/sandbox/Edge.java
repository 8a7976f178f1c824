package boxoffice.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import boxoffice.sandbox.Holds.Call;
import boxoffice.sandbox.Holds.Place;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What comes in over HTTP: who it is, what it wants, under which key. */
final class Edge implements HttpHandler {

    private static final Logger log = LoggerFactory.getLogger(Edge.class);
    private static final int BODY_BYTES_MAX = 64 * 1024;

    private final String apiKey;
    private final Books books;
    private final Intents intents;
    private final Confirms confirms;
    private final Refunds refunds;
    private final Disputes disputes;
    private final Holds holds;
    private final IdempotencyKeys keys = new IdempotencyKeys();

    Edge(Settings settings, Books books, Chores chores, Holds holds) {
        apiKey = settings.apiKey();
        this.books = books;
        var webhooks = new Webhooks(settings, chores);
        intents = new Intents(books, webhooks);
        disputes = new Disputes(books, webhooks, chores, settings.pace());
        confirms = new Confirms(books, disputes, webhooks, chores, settings.pace());
        refunds = new Refunds(books, webhooks, chores, settings.pace());
        this.holds = holds;
    }

    /** Takes up what was under way when the provider stopped. */
    void goOn() {
        confirms.goOn();
        refunds.goOn();
        disputes.goOn();
    }

    /** A request as far as it is read. */
    private record Request(String method, String path, String[] steps, String key, Form form) {
        boolean is(String wanted, String pattern) {
            return method.equals(wanted) && path.matches(pattern.replace("{id}", "[^/]+"));
        }

        String id() {
            return steps[3];
        }

        String fingerprint() {
            return method + " " + path + " " + form.values();
        }
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var reply = answer(exchange);
            if (reply.lost()) {
                log.info("{}: done, and the answer gets lost", exchange.getRequestURI().getPath());
                return;
            }
            var body = reply.body().getBytes(UTF_8);
            var headers = exchange.getResponseHeaders();
            headers.set("Content-Type", "application/json");
            headers.set("Request-Id", Books.newId("req"));
            if (reply.replayed()) {
                headers.set("Idempotent-Replayed", "true");
            }
            exchange.sendResponseHeaders(reply.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Reply answer(HttpExchange exchange) throws IOException {
        try {
            if (!isKnown(exchange.getRequestHeaders().getFirst("Authorization"))) {
                throw ProviderError.unauthorized();
            }
            return route(read(exchange));
        } catch (ProviderError e) {
            log.info(
                    "{} {}: {} {}",
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getPath(),
                    e.status(),
                    e.getMessage());
            return e.reply();
        } catch (RuntimeException e) {
            log.error("a request failed in a way nobody thought of", e);
            return ProviderError.internal().reply();
        }
    }

    private boolean isKnown(String authorization) {
        return authorization != null
                && MessageDigest.isEqual(
                        authorization.getBytes(UTF_8), ("Bearer " + apiKey).getBytes(UTF_8));
    }

    private static Request read(HttpExchange exchange) throws IOException {
        var body = exchange.getRequestBody().readNBytes(BODY_BYTES_MAX + 1);
        if (body.length > BODY_BYTES_MAX) {
            throw ProviderError.invalid(null, null, "The request is too large.");
        }
        var query = exchange.getRequestURI().getRawQuery();
        var method = exchange.getRequestMethod();
        var path = exchange.getRequestURI().getPath();
        var key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        return new Request(
                method,
                path,
                path.split("/", -1),
                key == null ? "" : key,
                Form.parse(
                        method.equals("POST")
                                ? new String(body, UTF_8)
                                : query == null ? "" : query));
    }

    private Reply route(Request request) {
        if (request.path().startsWith("/sandbox/")) {
            return control(request);
        }
        var form = request.form();
        if (request.is("POST", "/v1/payment_intents")) {
            var payment = form.nested("metadata").getOrDefault(Books.PAYMENT, "");
            return keyed(request, Call.CREATE, payment, () -> intents.create(form));
        }
        if (request.is("POST", "/v1/payment_intents/{id}/confirm")) {
            var payment = paymentOf(request.id());
            return keyed(
                    request, Call.CONFIRM, payment, () -> confirms.confirm(request.id(), form));
        }
        if (request.is("POST", "/v1/payment_intents/{id}/cancel")) {
            var payment = paymentOf(request.id());
            return keyed(request, Call.CANCEL, payment, () -> intents.cancel(request.id(), form));
        }
        if (request.is("POST", "/v1/payment_intents/{id}")) {
            return keyed(request, () -> intents.update(request.id(), form));
        }
        if (request.is("POST", "/v1/refunds")) {
            var payment = form.text("payment_intent").map(this::paymentOf).orElse("");
            return keyed(request, Call.REFUND, payment, () -> refunds.create(form));
        }
        if (request.is("POST", "/v1/disputes/{id}/close")) {
            return keyed(request, () -> disputes.close(request.id(), form));
        }
        return look(request, form);
    }

    private Reply look(Request request, Form form) {
        if (request.is("GET", "/v1/payment_intents")) {
            return intents.list(form);
        }
        if (request.is("GET", "/v1/payment_intents/search")) {
            return intents.search(form);
        }
        if (request.is("GET", "/v1/payment_intents/{id}")) {
            return intents.retrieve(request.id());
        }
        if (request.is("GET", "/v1/refunds")) {
            return refunds.list(form);
        }
        if (request.is("GET", "/v1/refunds/{id}")) {
            return refunds.retrieve(request.id());
        }
        if (request.is("GET", "/v1/disputes")) {
            return disputes.list(form);
        }
        if (request.is("GET", "/v1/disputes/{id}")) {
            return disputes.retrieve(request.id());
        }
        if (request.is("GET", "/v1/charges")) {
            return intents.charges(form);
        }
        throw ProviderError.noSuchPath();
    }

    /** Not Stripe's: what tests tell the sandbox and ask of it. */
    private Reply control(Request request) {
        if (request.is("GET", "/sandbox/books")) {
            return Reply.ok(books.json());
        }
        if (request.is("GET", "/sandbox/holds")) {
            return Reply.of(200, holds.json());
        }
        if (request.is("POST", "/sandbox/holds")) {
            return Reply.ok(holds.add(request.form()));
        }
        if (request.is("DELETE", "/sandbox/holds/{id}")) {
            holds.release(request.id());
            return Reply.of(200, Map.of());
        }
        if (request.is("POST", "/sandbox/disputes/{id}/decision")) {
            return disputes.decide(request.id(), request.form());
        }
        if (request.is("POST", "/sandbox/keys/forget")) {
            keys.forget();
            return Reply.of(200, Map.of());
        }
        throw ProviderError.noSuchPath();
    }

    private String paymentOf(String intent) {
        return books.alone(() ->
                books.intents().stream()
                        .filter(one -> one.id().equals(intent))
                        .findFirst()
                        .map(one -> one.metadata().getOrDefault(Books.PAYMENT, ""))
                        .orElse(""));
    }

    private Reply keyed(Request request, Call call, String payment, Supplier<Reply> work) {
        holds.pass(call, Place.BEFORE, payment);
        return keyed(
                request,
                () -> {
                    try {
                        return work.get();
                    } finally {
                        holds.pass(call, Place.AFTER, payment);
                    }
                });
    }

    private Reply keyed(Request request, Supplier<Reply> work) {
        return request.key().isEmpty()
                ? work.get()
                : keys.once(request.key(), request.fingerprint(), work);
    }
}
