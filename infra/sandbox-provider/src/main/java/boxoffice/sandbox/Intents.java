package boxoffice.sandbox;

import java.util.LinkedHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes, changes, closes and finds payment intents. */
final class Intents {

    /** The one query our callers ask: one field of the metadata has one value. */
    private static final Pattern QUERY =
            Pattern.compile("metadata\\[['\"]([^'\"]+)['\"]]:\\s*['\"]([^'\"]*)['\"]");

    private final Books books;
    private final Webhooks webhooks;

    Intents(Books books, Webhooks webhooks) {
        this.books = books;
        this.webhooks = webhooks;
    }

    Reply create(Form form) {
        form.allowOnly(
                "amount",
                "currency",
                "capture_method",
                "payment_method_types",
                "metadata",
                "description");
        var amount = form.amount("amount").orElseThrow(() -> Form.missing("amount"));
        var currency = form.required("currency");
        if (!currency.matches("[a-z]{3}")) {
            throw ProviderError.invalid(
                    "parameter_invalid", "currency", "Invalid currency: " + currency);
        }
        var intent = new Intent(Books.newId("pi"), amount, currency, form.nested("metadata"));
        return books.alone(() -> Reply.ok(books.add(intent).json()));
    }

    Reply update(String id, Form form) {
        form.allowOnly("amount");
        var intent = books.intent(id, "intent", 404);
        return books.alone(() -> {
            intent.lock();
            try {
                form.amount("amount").ifPresent(intent::price);
                return Reply.ok(intent.json());
            } finally {
                intent.unlock();
            }
        });
    }

    Reply cancel(String id, Form form) {
        form.allowOnly("cancellation_reason");
        var intent = books.intent(id, "intent", 404);
        return books.alone(() -> {
            intent.lock();
            try {
                intent.cancel();
                webhooks.tell("payment_intent.canceled", intent, intent.json());
                return Reply.ok(intent.json());
            } finally {
                intent.unlock();
            }
        });
    }

    Reply retrieve(String id) {
        return books.alone(() -> Reply.ok(books.intent(id, "intent", 404).json()));
    }

    Reply list(Form form) {
        form.allowOnly("limit", "starting_after", "created", "customer");
        return books.alone(() -> {
            var rest = form.page(books.intents(), Intent::id);
            var page = rest.stream().limit(form.limit()).map(Intent::json).toList();
            return Reply.list("/v1/payment_intents", page, rest.size() > page.size());
        });
    }

    /** The charges that took money; by intent where one is named. */
    Reply charges(Form form) {
        form.allowOnly("payment_intent", "limit", "starting_after", "created");
        return books.alone(() -> {
            var of = form.text("payment_intent");
            var all =
                    books.intents().stream()
                            .filter(intent -> intent.captured() > 0)
                            .filter(intent -> of.map(intent.id()::equals).orElse(true))
                            .toList();
            var rest = form.page(all, Intent::chargeId);
            var page =
                    rest.stream()
                            .limit(form.limit())
                            .map(intent -> books.chargeJson(intent))
                            .toList();
            return Reply.list("/v1/charges", page, rest.size() > page.size());
        });
    }

    Reply search(Form form) {
        form.allowOnly("query", "limit", "page");
        var query = QUERY.matcher(form.required("query"));
        if (!query.matches()) {
            throw ProviderError.invalid(
                    "parameter_invalid", "query", "Only metadata['name']:'value' is understood.");
        }
        return books.alone(() -> {
            var json = new LinkedHashMap<String, @Nullable Object>();
            json.put("object", "search_result");
            json.put("url", "/v1/payment_intents/search");
            json.put("has_more", false);
            json.put("next_page", null);
            json.put(
                    "data",
                    books.intents().stream()
                            .filter(intent ->
                                    query.group(2).equals(intent.metadata().get(query.group(1))))
                            .limit(form.limit())
                            .map(Intent::json)
                            .toList());
            return Reply.ok(json);
        });
    }
}
