package boxoffice.sandbox;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Every intent, refund and dispute there ever was, under one lock. */
final class Books {

    /** What our callers write on an intent to find it again. */
    static final String PAYMENT = "payment";

    private static final String ID_LETTERS =
            "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    private static final SecureRandom RANDOM = new SecureRandom();

    /** All of it, as it is written down while the provider does not run; oldest first. */
    record Kept(List<Intent.Kept> intents, List<Refund.Kept> refunds, List<Dispute.Kept> disputes) {
        static final Kept NOTHING = new Kept(List.of(), List.of(), List.of());
    }

    private final Map<String, Intent> intents = new LinkedHashMap<>();
    private final Map<String, Refund> refunds = new LinkedHashMap<>();
    private final Map<String, Dispute> disputes = new LinkedHashMap<>();

    Books(Kept kept) {
        kept.intents().forEach(one -> add(new Intent(one)));
        kept.refunds().forEach(one -> add(new Refund(one, intent(one.intent(), "intent", 404))));
        kept.disputes().forEach(one -> add(new Dispute(one, intent(one.intent(), "intent", 404))));
    }

    synchronized Kept kept() {
        return new Kept(
                intents.values().stream().map(Intent::kept).toList(),
                refunds.values().stream().map(Refund::kept).toList(),
                disputes.values().stream().map(Dispute::kept).toList());
    }

    /** Does it alone: no other change is under way. */
    synchronized <T> T alone(Supplier<T> work) {
        return work.get();
    }

    /** Does it alone: no other change is under way. */
    synchronized void change(Runnable work) {
        work.run();
    }

    /** As Stripe's look: unguessable, and no two alike. */
    static String newId(String prefix) {
        return prefix
                + "_sandbox"
                + RANDOM.ints(17, 0, ID_LETTERS.length())
                        .mapToObj(at -> String.valueOf(ID_LETTERS.charAt(at)))
                        .collect(Collectors.joining());
    }

    synchronized Intent add(Intent intent) {
        intents.put(intent.id(), intent);
        return intent;
    }

    synchronized Refund add(Refund refund) {
        refunds.put(refund.id(), refund);
        return refund;
    }

    synchronized Dispute add(Dispute dispute) {
        disputes.put(dispute.id(), dispute);
        return dispute;
    }

    /**
     * @param status that answers where there is none: 404 for a path, 400 for a parameter
     */
    synchronized Intent intent(String id, String param, int status) {
        var intent = intents.get(id);
        if (intent == null) {
            throw ProviderError.missing(param, "payment_intent", id, status);
        }
        return intent;
    }

    synchronized Refund refund(String id) {
        var refund = refunds.get(id);
        if (refund == null) {
            throw ProviderError.missing("id", "refund", id, 404);
        }
        return refund;
    }

    synchronized Dispute dispute(String id) {
        var dispute = disputes.get(id);
        if (dispute == null) {
            throw ProviderError.missing("id", "dispute", id, 404);
        }
        return dispute;
    }

    /** Newest first. */
    synchronized List<Intent> intents() {
        return new ArrayList<>(intents.values()).reversed();
    }

    /** Newest first. */
    synchronized List<Refund> refunds() {
        return new ArrayList<>(refunds.values()).reversed();
    }

    /** Newest first. */
    synchronized List<Dispute> disputes() {
        return new ArrayList<>(disputes.values()).reversed();
    }

    synchronized List<Dispute> disputesOf(Intent intent) {
        return disputes().stream().filter(dispute -> dispute.intent() == intent).toList();
    }

    synchronized List<Refund> refundsOf(Intent intent) {
        return refunds().stream().filter(refund -> refund.intent() == intent).toList();
    }

    /** What has gone back of an intent, and what is on its way. */
    synchronized long refunded(Intent intent) {
        return refundsOf(intent).stream().mapToLong(Refund::counts).sum();
    }

    /** The charge that took an intent's money, as {@code charge.…} events carry it. */
    synchronized Map<String, @Nullable Object> chargeJson(Intent intent) {
        return intent.chargeJson(refunded(intent), !disputesOf(intent).isEmpty());
    }

    /** What was taken and given back, oldest first: for a test to hold its own books against. */
    synchronized Map<String, @Nullable Object> json() {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("captured", sum(intents.values().stream().map(Intent::captured).toList()));
        json.put("refunded", sum(refunds.values().stream().map(Refund::counts).toList()));
        json.put(
                "charged_back", sum(disputes.values().stream().map(Dispute::chargedBack).toList()));
        json.put("payments", intents.values().stream().map(this::lineOf).toList());
        return json;
    }

    private static long sum(Collection<Long> amounts) {
        return amounts.stream().mapToLong(Long::longValue).sum();
    }

    private Map<String, @Nullable Object> lineOf(Intent intent) {
        var line = new LinkedHashMap<String, @Nullable Object>();
        line.put("payment", intent.metadata().get(PAYMENT));
        line.put("payment_intent", intent.id());
        line.put("status", intent.status().json());
        line.put("currency", intent.currency());
        line.put("amount", intent.amount());
        line.put("captured", intent.captured());
        line.put("refunded", refunded(intent));
        line.put("disputed", !disputesOf(intent).isEmpty());
        line.put(
                "charged_back",
                sum(disputesOf(intent).stream().map(Dispute::chargedBack).toList()));
        line.put(
                "refunds",
                refundsOf(intent).reversed().stream()
                        .map(refund ->
                                Map.of(
                                        "id", refund.id(),
                                        "amount", refund.amount(),
                                        "status", refund.status().name().toLowerCase(Locale.ROOT)))
                        .toList());
        line.put(
                "disputes",
                disputesOf(intent).stream()
                        .map(dispute ->
                                Map.of(
                                        "id", dispute.id(),
                                        "amount", dispute.amount(),
                                        "status", dispute.statusJson()))
                        .toList());
        return line;
    }
}
