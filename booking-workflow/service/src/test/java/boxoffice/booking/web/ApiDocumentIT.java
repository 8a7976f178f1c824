package boxoffice.booking.web;

import static org.assertj.core.api.Assertions.assertThat;

import boxoffice.booking.BookingService;
import boxoffice.testing.service.ServiceUnderTest;
import boxoffice.testing.service.TestIssuer;

import org.junit.jupiter.api.Test;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;

/** The document of the REST API, and what is refused before anybody asks Temporal. */
class ApiDocumentIT {

    @Test
    void isWholeAndKnowsEverySentenceInKorean() {
        try (var service = ServiceUnderTest.withoutDatabase(BookingService.class)) {
            service.contract().assertSound();
            refusesABodyThatIsNoJson(service);
        }
    }

    private static void refusesABodyThatIsNoJson(ServiceUnderTest service) {
        var request =
                HttpRequest.newBuilder(service.at("/api/bookings"))
                        .header("Content-Type", "text/plain")
                        .header("Idempotency-Key", "k")
                        .POST(BodyPublishers.ofString("seats, please"));
        var answer = service.send(request, TestIssuer.shared().token("mina"));
        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(answer.body()).contains("unsupported-media-type");
    }
}
