package boxoffice.sandbox;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the provider is started with.
 *
 * @param port on the loopback interface; 0 for any that is free
 * @param apiKey what callers must name as their bearer token
 * @param webhookUrl who hears of what happens; null for nobody
 * @param webhookSecret with which webhooks are signed
 * @param file where the books are kept while it does not run; null to forget them
 */
public record Settings(
        int port,
        String apiKey,
        @Nullable URI webhookUrl,
        String webhookSecret,
        Pace pace,
        @Nullable Path file) {

    private static final String ENVIRONMENT = "SANDBOX_";

    /** For tests: any port, nobody to tell, in a hurry. */
    public static Settings forTests(String apiKey) {
        return new Settings(0, apiKey, null, "whsec_tests", new Pace(10), null);
    }

    public Settings telling(URI url, String secret) {
        return new Settings(port, apiKey, url, secret, pace, file);
    }

    public Settings at(Pace another) {
        return new Settings(port, apiKey, webhookUrl, webhookSecret, another, file);
    }

    public Settings keptIn(Path books) {
        return new Settings(port, apiKey, webhookUrl, webhookSecret, pace, books);
    }

    /**
     * From {@code --port 8091}, {@code --api-key}, {@code --webhook-url}, {@code --webhook-secret},
     * {@code --pace-percent}, {@code --file}, each also as {@code SANDBOX_PORT} and so on in the
     * environment.
     *
     * @throws IllegalArgumentException with a sentence for who started it
     */
    static Settings of(String[] arguments, Map<String, String> environment) {
        var given = new HashMap<String, String>();
        for (var at = 0; at < arguments.length; at += 2) {
            if (!arguments[at].startsWith("--") || at + 1 == arguments.length) {
                throw new IllegalArgumentException(arguments[at] + ": want --name value");
            }
            given.put(arguments[at].substring(2), arguments[at + 1]);
        }
        var options = new Options(given, environment);
        var url = options.optional("webhook-url");
        var file = options.optional("file");
        var settings =
                new Settings(
                        options.number("port", 8091),
                        options.required("api-key"),
                        url == null ? null : URI.create(url),
                        url == null ? "" : options.required("webhook-secret"),
                        new Pace(options.number("pace-percent", 100)),
                        file == null ? null : Path.of(file));
        if (!given.isEmpty()) {
            throw new IllegalArgumentException("no such option: " + given.keySet());
        }
        return settings;
    }

    private record Options(Map<String, String> given, Map<String, String> environment) {

        @Nullable String optional(String name) {
            var value = given.remove(name);
            var variable = ENVIRONMENT + name.toUpperCase(Locale.ROOT).replace('-', '_');
            var found = value == null ? environment.get(variable) : value;
            return found == null || found.isBlank() ? null : found.strip();
        }

        String required(String name) {
            var value = optional(name);
            if (value == null) {
                throw new IllegalArgumentException("--" + name + " is missing");
            }
            return value;
        }

        int number(String name, int otherwise) {
            var value = optional(name);
            try {
                return value == null ? otherwise : Integer.parseInt(value);
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException("--" + name + " is no number: " + value, e);
            }
        }
    }
}
