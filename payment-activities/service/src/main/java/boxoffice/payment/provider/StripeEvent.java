package boxoffice.payment.provider;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What of a webhook is of use here. Read without Stripe's own types, which bind an event to one
 * version of its API, while the account alone decides which version it sends.
 *
 * @param account the connected account it is of; none for the account's own
 * @param ref of the payment intent it is about; none for what we do not use
 * @param dispute the dispute it is about; none where it is about none
 */
record StripeEvent(
        String id,
        String type,
        boolean live,
        @Nullable String account,
        @Nullable String ref,
        @Nullable String dispute) {

    private static final int ID_LENGTH_MAX = 255;
    private static final int TYPE_LENGTH_MAX = 100;

    /** Empty where it is no event. */
    static Optional<StripeEvent> read(JsonMapper json, String body) {
        try {
            var event = json.readTree(body);
            var id = event.path("id").asString("");
            var type = event.path("type").asString("");
            if (id.isEmpty() || id.length() > ID_LENGTH_MAX || type.length() > TYPE_LENGTH_MAX) {
                return Optional.empty();
            }
            return Optional.of(
                    new StripeEvent(
                            id,
                            type,
                            event.path("livemode").asBoolean(false),
                            text(event.path("account")),
                            refOf(event.path("data").path("object")),
                            disputeOf(event.path("data").path("object"))));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /** Charges, refunds and disputes name the intent that they belong to, or carry it. */
    private static @Nullable String refOf(JsonNode object) {
        var intent =
                object.path("object").asString("").equals("payment_intent")
                        ? object
                        : object.path("payment_intent");
        return text(intent.isObject() ? intent.path("id") : intent);
    }

    private static @Nullable String disputeOf(JsonNode object) {
        return object.path("object").asString("").equals("dispute")
                ? text(object.path("id"))
                : null;
    }

    private static @Nullable String text(JsonNode node) {
        return node.isString() && node.asString().length() <= ID_LENGTH_MAX
                ? node.asString()
                : null;
    }
}
