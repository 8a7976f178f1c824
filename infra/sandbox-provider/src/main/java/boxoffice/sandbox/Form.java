package boxoffice.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Parameters as Stripe takes them: form-encoded, with brackets in the names of nested ones.
 *
 * @param values by name, sorted, so that the same parameters are the same text
 */
record Form(TreeMap<String, String> values) {

    static Form parse(String encoded) {
        var values = new TreeMap<String, String>();
        for (var pair : encoded.split("&", -1)) {
            if (!pair.isEmpty()) {
                var at = pair.indexOf('=');
                var name = at < 0 ? pair : pair.substring(0, at);
                var value = at < 0 ? "" : pair.substring(at + 1);
                values.put(URLDecoder.decode(name, UTF_8), URLDecoder.decode(value, UTF_8));
            }
        }
        return new Form(values);
    }

    /**
     * @throws ProviderError where a parameter is none of these, brackets aside
     */
    void allowOnly(String... names) {
        var known = Set.of(names);
        for (var name : values.keySet()) {
            if (!known.contains(name.replaceAll("\\[.*", ""))) {
                throw ProviderError.invalid(
                        "parameter_unknown", name, "Received unknown parameter: " + name);
            }
        }
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
    }

    String required(String name) {
        return text(name).orElseThrow(() -> missing(name));
    }

    static ProviderError missing(String name) {
        return ProviderError.invalid("parameter_missing", name, "Missing required param: " + name);
    }

    Optional<Long> amount(String name) {
        return text(name)
                .map(value -> {
                    try {
                        var amount = Long.parseLong(value);
                        if (amount > 0 && amount <= 99_999_999_999L) {
                            return amount;
                        }
                    } catch (NumberFormatException e) {
                        // Told below, with the rest that is no amount.
                    }
                    throw ProviderError.invalid(
                            "parameter_invalid_integer", name, "No such amount: " + value);
                });
    }

    int limit() {
        try {
            return Math.clamp(Integer.parseInt(values.getOrDefault("limit", "10")), 1, 100);
        } catch (NumberFormatException e) {
            throw ProviderError.invalid("parameter_invalid_integer", "limit", "No such limit.");
        }
    }

    /** What stands under {@code name[…]}. */
    Map<String, String> nested(String name) {
        var found = new TreeMap<String, String>();
        values.forEach((key, value) -> {
            if (key.startsWith(name + "[") && key.endsWith("]")) {
                found.put(key.substring(name.length() + 1, key.length() - 1), value);
            }
        });
        return found;
    }

    /** One page of these, newest first, after {@code starting_after}. */
    <T> List<T> page(List<T> all, Function<T, String> id) {
        var after = text("starting_after");
        var from = 0;
        if (after.isPresent()) {
            var ids = all.stream().map(id).toList();
            from = ids.indexOf(after.get()) + 1;
            if (from == 0) {
                throw ProviderError.missing("starting_after", "object", after.get(), 400);
            }
        }
        return all.subList(from, all.size());
    }
}
