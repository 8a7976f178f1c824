package boxoffice.booking.web;

import boxoffice.kernel.BookingId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * What canceling a confirmed booking would cost: the order service knows, and is asked over REST
 * with the buyer's own token. Its answer is passed on as it is, refusals too.
 */
@Component
class CancellationQuotes {

    private final RestClient orders;

    CancellationQuotes(EdgeProperties properties) {
        orders = PastBookings.ordersAt(properties.orderUrl());
    }

    /**
     * @param lines empty for all that are left
     * @throws boxoffice.web.ApiProblem 404 booking-not-found; 503 temporarily-unavailable, when
     *     orders are not to be reached
     */
    ResponseEntity<byte[]> find(BookingId id, List<String> lines, String authorization) {
        try {
            return orders.get()
                    .uri(uri ->
                            uri.path("/api/orders/{id}/cancellation-quote")
                                    .queryParam("lines", lines)
                                    .build(id.toString()))
                    .header(HttpHeaders.AUTHORIZATION, authorization)
                    .header(
                            HttpHeaders.ACCEPT_LANGUAGE,
                            LocaleContextHolder.getLocale().toLanguageTag())
                    .exchange((request, response) -> {
                        var status = response.getStatusCode();
                        if (status == HttpStatus.NOT_FOUND) {
                            throw Refusals.notFound();
                        }
                        if (status.is5xxServerError()) {
                            throw TemporalEdge.unavailable();
                        }
                        return ResponseEntity.status(status)
                                .headers(spoken(response.getHeaders()))
                                .contentType(contentType(response.getHeaders().getContentType()))
                                .body(response.getBody().readAllBytes());
                    });
        } catch (RestClientException e) {
            throw TemporalEdge.unavailable();
        }
    }

    /** In which language a refusal is, and that it depends on what was asked for. */
    private static HttpHeaders spoken(HttpHeaders answered) {
        var headers = new HttpHeaders();
        for (var name : List.of(HttpHeaders.CONTENT_LANGUAGE, HttpHeaders.VARY)) {
            answered.getOrEmpty(name).forEach(value -> headers.add(name, value));
        }
        return headers;
    }

    private static MediaType contentType(@Nullable MediaType said) {
        return said == null ? MediaType.APPLICATION_JSON : said;
    }
}
