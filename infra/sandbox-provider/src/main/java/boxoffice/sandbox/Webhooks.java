package boxoffice.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** Tells one listener what happened, signed, until it is taken or there is no use any more. */
final class Webhooks {

    private static final Logger log = LoggerFactory.getLogger(Webhooks.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String API_VERSION = "2026-07-29.dahlia";
    private static final int TRIES_MAX = 8;
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(10);

    private record Event(String id, String type, String body) {}

    private final @Nullable URI url;
    private final String secret;
    private final Pace pace;
    private final Chores chores;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(2))
                    .build();
    private final Map<String, Event> keptBack = new HashMap<>();

    Webhooks(Settings settings, Chores chores) {
        url = settings.webhookUrl();
        secret = settings.webhookSecret();
        pace = settings.pace();
        this.chores = chores;
    }

    /**
     * Returns at once.
     *
     * @param object as it is now
     */
    void tell(String type, Intent intent, Map<String, @Nullable Object> object) {
        var card = intent.card();
        var how = card == null ? TestCard.Telling.ONCE : card.telling();
        var event = event(type, object);
        chores.start(() -> deliver(event, intent.id(), how));
    }

    private static Event event(String type, Map<String, @Nullable Object> object) {
        var id = Books.newId("evt");
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("id", id);
        json.put("object", "event");
        json.put("api_version", API_VERSION);
        json.put("created", Instant.now().getEpochSecond());
        json.put("data", Map.of("object", object));
        json.put("livemode", false);
        json.put("pending_webhooks", 1);
        json.put("request", null);
        json.put("type", type);
        return new Event(id, type, JSON.writeValueAsString(json));
    }

    private void deliver(Event event, String intent, TestCard.Telling how)
            throws InterruptedException {
        switch (how) {
            case ONCE -> send(event);
            case TWICE -> {
                send(event);
                send(event);
            }
            case LATE -> {
                Thread.sleep(pace.webhookLate());
                send(event);
            }
            case OUT_OF_ORDER -> overtake(event, intent);
            case NEVER -> log.info("{} {} is not sent: so wants the card", event.type, event.id);
        }
    }

    /** The first waits for the second, and goes after it. */
    private void overtake(Event event, String intent) throws InterruptedException {
        @Nullable Event overtaken;
        synchronized (keptBack) {
            overtaken = keptBack.remove(intent);
            if (overtaken == null) {
                keptBack.put(intent, event);
            }
        }
        if (overtaken == null) {
            Thread.sleep(pace.webhookLate());
            synchronized (keptBack) {
                if (!keptBack.remove(intent, event)) {
                    return;
                }
            }
            send(event);
        } else {
            send(event);
            send(overtaken);
        }
    }

    private void send(Event event) throws InterruptedException {
        if (url == null) {
            return;
        }
        var wait = pace.webhookAgain();
        for (var count = 1; count <= TRIES_MAX; count++) {
            if (isTaken(url, event)) {
                log.info("{} {} told, try {}", event.type, event.id, count);
                return;
            }
            Thread.sleep(wait);
            wait = wait.multipliedBy(2);
        }
        log.warn("{} {} was never taken", event.type, event.id);
    }

    private boolean isTaken(URI target, Event event) throws InterruptedException {
        var request =
                HttpRequest.newBuilder(target)
                        .timeout(ANSWER_LIMIT)
                        .header("Content-Type", "application/json; charset=utf-8")
                        .header("Stripe-Signature", signature(event.body, secret, Instant.now()))
                        .POST(HttpRequest.BodyPublishers.ofString(event.body))
                        .build();
        try {
            var status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            return status >= 200 && status < 300;
        } catch (IOException e) {
            log.info("nobody takes webhooks at {}: {}", target, e.toString());
            return false;
        }
    }

    /** The header by which a listener knows us: a time, and the HMAC-SHA256 of time and body. */
    static String signature(String body, String secret, Instant now) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            var time = now.getEpochSecond();
            var hash = mac.doFinal((time + "." + body).getBytes(UTF_8));
            return "t=" + time + ",v1=" + HexFormat.of().formatHex(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HMAC-SHA256", e);
        }
    }
}
