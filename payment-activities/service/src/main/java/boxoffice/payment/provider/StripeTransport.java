package boxoffice.payment.provider;

import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.ApiException;
import com.stripe.exception.StripeException;
import com.stripe.net.HttpHeaders;
import com.stripe.net.StripeRequest;
import com.stripe.net.StripeResponse;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * How calls to Stripe travel. Not the library's own way, which has no limit on a call as a whole
 * and below which the JDK silently sends a POST a second time when a connection breaks; this one
 * sends once, and says of a 5xx whether it is kept under the call's key.
 */
final class StripeTransport extends com.stripe.net.HttpClient implements AutoCloseable {

    /** Stripe broke; whether it did what was asked is not known. */
    static final class Broken extends ApiException {
        private static final long serialVersionUID = 1L;

        private final boolean kept;

        private Broken(int status, boolean kept) {
            super("Stripe answered " + status, null, null, status, null);
            this.kept = kept;
        }

        /** Whether this is what an earlier call under the same key got. */
        boolean isKept() {
            return kept;
        }
    }

    private final HttpClient http;
    private final Duration callLimit;

    StripeTransport(Duration connectLimit, Duration callLimit) {
        http =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(connectLimit)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .build();
        this.callLimit = callLimit;
    }

    @Override
    public StripeResponse request(StripeRequest request) throws StripeException {
        var call = http.sendAsync(translated(request), HttpResponse.BodyHandlers.ofString());
        try {
            var response = call.get(callLimit.toMillis(), TimeUnit.MILLISECONDS);
            var headers = HttpHeaders.of(response.headers().map());
            if (response.statusCode() >= 500) {
                throw new Broken(
                        response.statusCode(),
                        headers.firstValue("Idempotent-Replayed").isPresent());
            }
            return new StripeResponse(response.statusCode(), headers, response.body());
        } catch (TimeoutException e) {
            call.cancel(true);
            throw new ApiConnectionException("Stripe did not answer within " + callLimit, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            call.cancel(true);
            throw new ApiConnectionException("interrupted while Stripe answered", e);
        } catch (ExecutionException e) {
            throw new ApiConnectionException("Stripe was not reached, or hung up", e.getCause());
        }
    }

    private static HttpRequest translated(StripeRequest request) {
        var body =
                request.content() == null
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofByteArray(
                                request.content().byteArrayContent());
        var translated =
                HttpRequest.newBuilder(URI.create(request.url().toString()))
                        .method(request.method().name(), body)
                        .header("User-Agent", buildUserAgentString(request));
        request.headers()
                .map()
                .forEach((name, values) -> translated.header(name, String.join(",", values)));
        if (request.content() != null) {
            translated.setHeader("Content-Type", request.content().contentType());
        }
        return translated.build();
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
