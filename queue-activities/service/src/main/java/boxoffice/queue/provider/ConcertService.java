package boxoffice.queue.provider;

import boxoffice.kernel.ScheduleId;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** The concert service's own word: whose a date is, and whether it has seats left. */
@Component
public class ConcertService {

    private static final Logger log = LoggerFactory.getLogger(ConcertService.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    private final RestClient concerts;

    ConcertService(@Value("${boxoffice.queue.concert-url}") URI address) {
        var requests = new JdkClientHttpRequestFactory();
        requests.setReadTimeout(TIMEOUT);
        concerts = RestClient.builder().baseUrl(address).requestFactory(requests).build();
    }

    /** Says that the concert service did not answer, or not sensibly. */
    public static final class ConcertServiceSilent extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private ConcertServiceSilent(Throwable cause) {
            super(cause);
        }
    }

    /**
     * Whether there is such a date and whoever has this token may see to it.
     *
     * @param authorization the header as it came
     * @throws ConcertServiceSilent where nobody knows
     */
    public boolean maySeeTo(ScheduleId schedule, String authorization) {
        try {
            var answer =
                    concerts.get()
                            .uri("/api/back-office/schedules/{id}", schedule.value())
                            .header(HttpHeaders.AUTHORIZATION, authorization)
                            .retrieve()
                            .onStatus(HttpStatusCode::is4xxClientError, (request, refusal) -> {})
                            .toBodilessEntity();
            return answer.getStatusCode() == HttpStatus.OK;
        } catch (RestClientException e) {
            throw new ConcertServiceSilent(e);
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Counted(@Nullable Integer freeSeats) {}

    /** How many seats of the date are free, at most a second ago; empty where nobody knows. */
    public Optional<Integer> freeSeats(ScheduleId schedule) {
        try {
            var counted =
                    concerts.get()
                            .uri("/api/schedules/{id}", schedule.value())
                            .retrieve()
                            .body(Counted.class);
            return Optional.ofNullable(counted).map(Counted::freeSeats);
        } catch (RestClientException e) {
            log.debug("The free seats of {} are not known", schedule, e);
            return Optional.empty();
        }
    }
}
