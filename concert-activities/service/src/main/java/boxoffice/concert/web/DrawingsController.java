package boxoffice.concert.web;

import boxoffice.web.Answers;
import boxoffice.web.ApiProblem;

import io.swagger.v3.oas.annotations.Parameter;

import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Houses as they are drawn: a version never changes, so whoever has it keeps it. */
@RestController
class DrawingsController {

    static final String PATH = "/api/venues/{venueId}/seat-maps/{version}";

    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private final SeatDocuments documents;

    DrawingsController(SeatDocuments documents) {
        this.documents = documents;
    }

    /** Where a drawing is. */
    static URI address(String venueId, int version) {
        return UriComponentsBuilder.fromPath(PATH)
                .encode()
                .buildAndExpand(venueId, version)
                .toUri();
    }

    @Answers(
            value = {"200 ETag", "404 seat-map-not-found"},
            body = DrawingView.class)
    @GetMapping(PATH)
    ResponseEntity<byte[]> drawing(
            @Parameter(example = "hangang-hall") @PathVariable String venueId,
            @Parameter(example = "1") @PathVariable String version,
            @RequestHeader(value = HttpHeaders.ACCEPT_ENCODING, required = false)
                    @Nullable String encodings) {
        return number(version)
                .flatMap(known -> documents.drawing(venueId, known))
                .orElseThrow(() ->
                        new ApiProblem(
                                HttpStatus.NOT_FOUND,
                                "seat-map-not-found",
                                "There is no such drawing. The seats of a date say theirs:"
                                        + " /api/schedules/{id}/seats."))
                .answer(encodings, FOR_EVER);
    }

    private static Optional<Integer> number(String version) {
        try {
            return Optional.of(Integer.valueOf(version));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }
}
