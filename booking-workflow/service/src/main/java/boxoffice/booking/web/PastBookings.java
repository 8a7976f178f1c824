package boxoffice.booking.web;

import boxoffice.booking.contract.BookingStatus;
import boxoffice.booking.contract.CancelReason;
import boxoffice.kernel.BookingId;
import boxoffice.kernel.Money;
import boxoffice.kernel.ScheduleId;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * Bookings that Temporal has forgotten after its retention: their orders know how they ended. Asked
 * over REST with the buyer's own token, so the order service decides whose they are.
 */
@Component
class PastBookings {

    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    private final RestClient orders;

    PastBookings(EdgeProperties properties) {
        orders = ordersAt(properties.orderUrl());
    }

    /** The order service, given up after {@link #TIMEOUT}. */
    static RestClient ordersAt(URI address) {
        var requests = new JdkClientHttpRequestFactory();
        requests.setReadTimeout(TIMEOUT);
        return RestClient.builder().baseUrl(address).requestFactory(requests).build();
    }

    /**
     * @throws boxoffice.web.ApiProblem 503 temporarily-unavailable, when orders are not to be
     *     reached
     */
    Optional<BookingView> find(BookingId id, String authorization) {
        try {
            return Optional.ofNullable(ask(id, authorization))
                    .filter(PastOrder::isFound)
                    .map(past -> past.view(id));
        } catch (RestClientException e) {
            throw TemporalEdge.unavailable();
        }
    }

    private @Nullable PastOrder ask(BookingId id, String authorization) {
        return orders.get()
                .uri("/api/orders/{id}", id.toString())
                .header(HttpHeaders.AUTHORIZATION, authorization)
                .retrieve()
                .onStatus(HttpStatusCode::is4xxClientError, (request, response) -> {})
                .body(PastOrder.class);
    }

    /** As much of the order's JSON as a booking shows. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    private record PastOrder(
            @Nullable String state,
            @Nullable ScheduleId scheduleId,
            @Nullable String reason,
            @Nullable List<BookingView.Seat> lines,
            @Nullable Money total) {

        boolean isFound() {
            return state != null;
        }

        BookingView view(BookingId id) {
            var confirmed = "CONFIRMED".equals(state);
            return new BookingView(
                    id,
                    confirmed ? BookingStatus.CONFIRMED : BookingStatus.CANCELED,
                    confirmed ? null : reasonOrEnded(),
                    scheduleId,
                    lines == null ? List.of() : lines,
                    total,
                    null,
                    confirmed ? id : null,
                    null);
        }

        private CancelReason reasonOrEnded() {
            return Arrays.stream(CancelReason.values())
                    .filter(known -> known.name().equals(reason))
                    .findFirst()
                    .orElse(CancelReason.ENDED_BEFORE);
        }
    }
}
