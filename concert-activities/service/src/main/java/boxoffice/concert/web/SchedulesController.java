package boxoffice.concert.web;

import boxoffice.concert.store.Concerts;
import boxoffice.concert.store.FreeSeats;
import boxoffice.kernel.ScheduleId;
import boxoffice.web.Answers;
import boxoffice.web.ApiProblem;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** One date of a concert, and its seats. */
@RestController
@RequestMapping("/api/schedules")
class SchedulesController {

    private final Concerts concerts;
    private final FreeSeats freeSeats;
    private final SeatDocuments documents;
    private final Clock clock;

    SchedulesController(
            Concerts concerts, FreeSeats freeSeats, SeatDocuments documents, Clock clock) {
        this.concerts = concerts;
        this.freeSeats = freeSeats;
        this.documents = documents;
        this.clock = clock;
    }

    @Answers("404 schedule-not-found")
    @GetMapping("/{id}")
    ScheduleView one(@Parameter(example = "winter-serenade-1") @PathVariable String id) {
        var schedule =
                PathIds.read(ScheduleId::new, id)
                        .flatMap(concerts::schedule)
                        .orElseThrow(SchedulesController::unknown);
        var counts = freeSeats.of(List.of(schedule.scheduleId())).get(schedule.scheduleId());
        return ScheduleView.of(schedule, Objects.requireNonNull(counts), clock.instant());
    }

    /**
     * The states of the seats, at most a second old. Who sends the ETag back in If-None-Match gets
     * 304 while no seat has changed hands.
     */
    @Answers(
            value = {"200 ETag", "404 schedule-not-found"},
            body = SeatStatesView.class)
    @GetMapping("/{id}/seats")
    ResponseEntity<byte[]> seats(
            @Parameter(example = "winter-serenade-1") @PathVariable String id,
            @RequestHeader(value = HttpHeaders.ACCEPT_ENCODING, required = false)
                    @Nullable String encodings) {
        return PathIds.read(ScheduleId::new, id)
                .flatMap(documents::states)
                .orElseThrow(SchedulesController::unknown)
                .answer(encodings, CacheControl.noCache());
    }

    private static ApiProblem unknown() {
        return new ApiProblem(
                HttpStatus.NOT_FOUND,
                "schedule-not-found",
                "There is no such date. See /api/concerts/{id}/schedules.");
    }
}
