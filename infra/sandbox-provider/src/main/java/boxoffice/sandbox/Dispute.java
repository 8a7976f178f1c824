package boxoffice.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a buyer's bank has to say of a charge that the buyer does not know. Read and changed under
 * the books' lock alone.
 */
final class Dispute {

    /** As in JSON, in lower case. */
    enum Status {
        NEEDS_RESPONSE,
        WON,
        LOST
    }

    /** As it is written down while the provider does not run. */
    record Kept(String intent, long amount, Instant created, Status status) {}

    private static final Duration EVIDENCE_WITHIN = Duration.ofDays(7);

    private final Intent intent;
    private final long amount;
    private final Instant created;
    private Status status = Status.NEEDS_RESPONSE;

    /** Of all that was taken: a bank asks for the whole of it. */
    Dispute(Intent intent) {
        this.intent = intent;
        amount = intent.captured();
        created = Instant.now();
    }

    Dispute(Kept kept, Intent intent) {
        this.intent = intent;
        amount = kept.amount();
        created = kept.created();
        status = kept.status();
    }

    Kept kept() {
        return new Kept(intent.id(), amount, created, status);
    }

    /** A charge has one dispute at most, so its id tells this one's. */
    String id() {
        return intent.id().replaceFirst("pi_", "dp_");
    }

    Intent intent() {
        return intent;
    }

    long amount() {
        return amount;
    }

    Status status() {
        return status;
    }

    boolean isOpen() {
        return status == Status.NEEDS_RESPONSE;
    }

    /** What the buyer has back for good. */
    long chargedBack() {
        return status == Status.LOST ? amount : 0;
    }

    /**
     * @throws ProviderError where it is closed already
     */
    void end(Status how) {
        if (!isOpen()) {
            throw ProviderError.refused(
                    "dispute_already_closed", "This dispute is " + status + " already.");
        }
        status = how;
    }

    String statusJson() {
        return status.name().toLowerCase(Locale.ROOT);
    }

    Map<String, @Nullable Object> json() {
        var evidence = new LinkedHashMap<String, @Nullable Object>();
        evidence.put("due_by", created.plus(EVIDENCE_WITHIN).getEpochSecond());
        evidence.put("has_evidence", false);
        evidence.put("past_due", false);
        evidence.put("submission_count", 0);
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("id", id());
        json.put("object", "dispute");
        json.put("amount", amount);
        json.put("balance_transactions", List.of());
        json.put("charge", intent.chargeId());
        json.put("created", created.getEpochSecond());
        json.put("currency", intent.currency());
        json.put("evidence_details", evidence);
        json.put("is_charge_refundable", false);
        json.put("livemode", false);
        json.put("metadata", Map.of());
        json.put("payment_intent", intent.id());
        json.put("reason", "fraudulent");
        json.put("status", statusJson());
        return json;
    }
}
