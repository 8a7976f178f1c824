package boxoffice.concert.web;

import boxoffice.concert.store.Concerts;
import boxoffice.kernel.ScheduleId;
import boxoffice.web.Answers;
import boxoffice.web.ApiProblem;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** One date of a concert, and its seats. */
@RestController
@RequestMapping("/api/schedules")
class SchedulesController {

    private final Concerts concerts;
    private final JsonMapper json;

    SchedulesController(Concerts concerts, JsonMapper json) {
        this.concerts = concerts;
        this.json = json;
    }

    @Answers("404 schedule-not-found")
    @GetMapping("/{id}")
    ScheduleView one(@PathVariable String id) {
        return PathIds.read(ScheduleId::new, id)
                .flatMap(concerts::schedule)
                .map(ScheduleView::of)
                .orElseThrow(SchedulesController::unknown);
    }

    /**
     * The seat map. Its ETag is a digest of the very bytes of the answer, so it is strong and needs
     * no counter that every hold would have to update; who sends it back in If-None-Match gets 304
     * while no seat has changed hands.
     */
    @Answers(
            value = {"200 ETag", "404 schedule-not-found"},
            body = SeatMapView.class)
    @GetMapping("/{id}/seats")
    ResponseEntity<byte[]> seats(@PathVariable String id) {
        var scheduleId =
                PathIds.read(ScheduleId::new, id).orElseThrow(SchedulesController::unknown);
        var seats = concerts.seats(scheduleId);
        if (seats.isEmpty() && concerts.schedule(scheduleId).isEmpty()) {
            throw unknown();
        }
        var body = json.writeValueAsBytes(SeatMapView.of(scheduleId, seats));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noCache())
                .eTag("\"" + digest(body) + "\"")
                .body(body);
    }

    private static String digest(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static ApiProblem unknown() {
        return new ApiProblem(
                HttpStatus.NOT_FOUND,
                "schedule-not-found",
                "There is no such date. See /api/concerts/{id}/schedules.");
    }
}
