package boxoffice.payment.provider;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param apiKey the account's secret or restricted key; none, and no card is taken
 * @param webhookSecret with which the account signs its webhooks; none, and none are listened to
 * @param account whose events are taken besides our own: a connected account's id
 * @param callLimit how long one call may take in all; three of them fit in an activity
 * @param callsPerSecond below what Stripe allows: 100 with a live key, 25 with a test key
 * @param callsAtOnce how many calls may be under way
 */
@ConfigurationProperties("boxoffice.payment.stripe")
record StripeProperties(
        @Nullable String apiKey,
        @DefaultValue("https://api.stripe.com") URI apiBase,
        @Nullable String webhookSecret,
        @Nullable String account,
        @DefaultValue("2s") Duration connectLimit,
        @DefaultValue("9s") Duration callLimit,
        @Nullable Integer callsPerSecond,
        @DefaultValue("16") int callsAtOnce) {

    private static final int LIVE_CALLS_PER_SECOND = 80;
    private static final int TEST_CALLS_PER_SECOND = 20;

    /**
     * @throws IllegalStateException where there is none
     */
    String key() {
        return Optional.ofNullable(apiKey)
                .orElseThrow(() -> new IllegalStateException("no card provider is set up"));
    }

    /** Whether the key moves real money. */
    boolean isLive() {
        return apiKey != null && (apiKey.startsWith("sk_live_") || apiKey.startsWith("rk_live_"));
    }

    int callsPerSecondMax() {
        return callsPerSecond == null
                ? isLive() ? LIVE_CALLS_PER_SECOND : TEST_CALLS_PER_SECOND
                : callsPerSecond;
    }

    /** Says nothing of what is secret. */
    @Override
    public String toString() {
        return "Stripe at " + apiBase;
    }
}
