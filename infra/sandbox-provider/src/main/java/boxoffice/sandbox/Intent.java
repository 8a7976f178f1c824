package boxoffice.sandbox;

import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A payment intent. Read and changed under the books' lock alone. */
final class Intent {

    /** The states that a card's intent goes through, named as in JSON. */
    enum Status {
        REQUIRES_PAYMENT_METHOD,
        PROCESSING,
        SUCCEEDED,
        CANCELED;

        String json() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** As it is written down while the provider does not run. */
    record Kept(
            String id,
            long amount,
            String currency,
            Map<String, String> metadata,
            Instant created,
            Map<TestCard, Integer> confirms,
            Status status,
            int refundTries,
            @Nullable TestCard card,
            @Nullable String paymentMethod,
            @Nullable Map<String, @Nullable Object> lastError) {}

    private final String id;
    private final String currency;
    private final Map<String, String> metadata;
    private final Instant created;
    private final Map<TestCard, Integer> confirms = new EnumMap<>(TestCard.class);
    private long amount;
    private Status status = Status.REQUIRES_PAYMENT_METHOD;
    private boolean busy;
    private int refundTries;
    private @Nullable TestCard card;
    private @Nullable String paymentMethod;
    private @Nullable Map<String, @Nullable Object> lastError;

    Intent(String id, long amount, String currency, Map<String, String> metadata) {
        this.id = id;
        this.amount = amount;
        this.currency = currency;
        this.metadata = Map.copyOf(metadata);
        created = Instant.now();
    }

    Intent(Kept kept) {
        id = kept.id();
        amount = kept.amount();
        currency = kept.currency();
        metadata = Map.copyOf(kept.metadata());
        created = kept.created();
        confirms.putAll(kept.confirms());
        status = kept.status();
        refundTries = kept.refundTries();
        card = kept.card();
        paymentMethod = kept.paymentMethod();
        lastError = kept.lastError();
    }

    Kept kept() {
        return new Kept(
                id,
                amount,
                currency,
                metadata,
                created,
                Map.copyOf(confirms),
                status,
                refundTries,
                card,
                paymentMethod,
                lastError);
    }

    String id() {
        return id;
    }

    String chargeId() {
        return id.replaceFirst("pi_", "ch_");
    }

    long amount() {
        return amount;
    }

    String currency() {
        return currency;
    }

    Map<String, String> metadata() {
        return metadata;
    }

    Status status() {
        return status;
    }

    Instant created() {
        return created;
    }

    @Nullable TestCard card() {
        return card;
    }

    @Nullable String paymentMethod() {
        return paymentMethod;
    }

    long captured() {
        return status == Status.SUCCEEDED ? amount : 0;
    }

    /** Takes the lock that one request at a time holds while a bank is asked. */
    void lock() {
        if (busy) {
            throw ProviderError.lockTimeout();
        }
        busy = true;
    }

    void unlock() {
        busy = false;
    }

    /** The how-manieth confirm with this card begins. */
    int confirmWith(TestCard chosen) {
        return confirms.merge(chosen, 1, Integer::sum);
    }

    /** The how-manieth refund of this intent is tried. */
    int tryRefund() {
        return ++refundTries;
    }

    void price(long changed) {
        requireOpen();
        amount = changed;
    }

    void requireOpen() {
        if (status != Status.REQUIRES_PAYMENT_METHOD) {
            throw ProviderError.unexpectedState(
                    this, "This PaymentIntent is " + status.json() + " and cannot be changed.");
        }
    }

    /** The money is taken: once, because only an intent that is not at its end comes here. */
    void succeed(TestCard taken, String method) {
        requireNotEnded();
        status = Status.SUCCEEDED;
        card = taken;
        paymentMethod = method;
        lastError = null;
    }

    void process(TestCard taken, String method) {
        requireNotEnded();
        status = Status.PROCESSING;
        card = taken;
        paymentMethod = method;
    }

    void decline(ProviderError error) {
        requireNotEnded();
        status = Status.REQUIRES_PAYMENT_METHOD;
        paymentMethod = null;
        lastError = error.lastError();
    }

    void cancel() {
        requireOpen();
        status = Status.CANCELED;
    }

    private void requireNotEnded() {
        if (status == Status.SUCCEEDED || status == Status.CANCELED) {
            throw new IllegalStateException(id + " is " + status + " already");
        }
    }

    Map<String, @Nullable Object> json() {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("id", id);
        json.put("object", "payment_intent");
        json.put("amount", amount);
        json.put("amount_capturable", 0);
        json.put("amount_received", captured());
        json.put("capture_method", "automatic");
        json.put("client_secret", id + "_secret_sandbox");
        json.put("confirmation_method", "automatic");
        json.put("created", created.getEpochSecond());
        json.put("currency", currency);
        json.put("last_payment_error", lastError);
        json.put("latest_charge", status == Status.SUCCEEDED ? chargeId() : null);
        json.put("livemode", false);
        json.put("metadata", metadata);
        json.put("next_action", null);
        json.put("payment_method", paymentMethod);
        json.put("payment_method_types", List.of("card"));
        json.put("status", status.json());
        return json;
    }

    /** The charge that took the money, as {@code charge.…} events carry it. */
    Map<String, @Nullable Object> chargeJson(long refunded, boolean disputed) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("id", chargeId());
        json.put("object", "charge");
        json.put("amount", amount);
        json.put("amount_captured", captured());
        json.put("amount_refunded", refunded);
        json.put("captured", true);
        json.put("created", created.getEpochSecond());
        json.put("currency", currency);
        json.put("disputed", disputed);
        json.put("livemode", false);
        json.put("metadata", metadata);
        json.put("paid", true);
        json.put("payment_intent", id);
        json.put("payment_method", paymentMethod);
        json.put("refunded", refunded == captured());
        json.put("status", "succeeded");
        return json;
    }
}
