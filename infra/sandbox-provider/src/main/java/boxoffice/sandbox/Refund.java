package boxoffice.sandbox;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Money on its way back. Read and changed under the books' lock alone. */
final class Refund {

    /** As in JSON, in lower case. */
    enum Status {
        PENDING,
        SUCCEEDED,
        FAILED
    }

    /** As it is written down while the provider does not run. */
    record Kept(
            String id,
            String intent,
            long amount,
            Map<String, String> metadata,
            Instant created,
            Status status) {}

    private final String id;
    private final Intent intent;
    private final long amount;
    private final Map<String, String> metadata;
    private final Instant created;
    private Status status;

    Refund(String id, Intent intent, long amount, Map<String, String> metadata, Status status) {
        this.id = id;
        this.intent = intent;
        this.amount = amount;
        this.metadata = Map.copyOf(metadata);
        this.status = status;
        created = Instant.now();
    }

    Refund(Kept kept, Intent intent) {
        id = kept.id();
        this.intent = intent;
        amount = kept.amount();
        metadata = Map.copyOf(kept.metadata());
        created = kept.created();
        status = kept.status();
    }

    Kept kept() {
        return new Kept(id, intent.id(), amount, metadata, created, status);
    }

    String id() {
        return id;
    }

    Intent intent() {
        return intent;
    }

    /** What it takes from the charge: nothing once it has failed. */
    long counts() {
        return status == Status.FAILED ? 0 : amount;
    }

    long amount() {
        return amount;
    }

    Status status() {
        return status;
    }

    Map<String, String> metadata() {
        return metadata;
    }

    void become(Status next) {
        status = next;
    }

    Map<String, @Nullable Object> json() {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("id", id);
        json.put("object", "refund");
        json.put("amount", amount);
        json.put("charge", intent.chargeId());
        json.put("created", created.getEpochSecond());
        json.put("currency", intent.currency());
        if (status == Status.FAILED) {
            json.put("failure_reason", "expired_or_canceled_card");
        }
        json.put("metadata", metadata);
        json.put("payment_intent", intent.id());
        json.put("reason", null);
        json.put("status", status.name().toLowerCase(Locale.ROOT));
        return json;
    }
}
