package boxoffice.sandbox;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a buyer's bank has to say of a charge that the buyer does not know. */
final class Disputes {
    private Disputes() {}

    static Map<String, @Nullable Object> json(Intent intent) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("id", intent.id().replaceFirst("pi_", "dp_"));
        json.put("object", "dispute");
        json.put("amount", intent.amount());
        json.put("charge", intent.chargeId());
        json.put("created", Instant.now().getEpochSecond());
        json.put("currency", intent.currency());
        json.put("livemode", false);
        json.put("payment_intent", intent.id());
        json.put("reason", "fraudulent");
        json.put("status", "needs_response");
        return json;
    }
}
