package boxoffice.queue.web;

import boxoffice.kernel.ScheduleId;
import boxoffice.queue.store.WaitingRooms;
import boxoffice.web.Answers;
import boxoffice.web.ApiProblem;

import io.swagger.v3.oas.annotations.Parameter;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.Optional;

/** Whether a schedule has a waiting room. */
@RestController
@RequestMapping("/api/waiting-rooms")
class WaitingRoomController {

    private final WaitingRooms rooms;

    WaitingRoomController(WaitingRooms rooms) {
        this.rooms = rooms;
    }

    /** The schedule's room: 404 no-waiting-room where it has none, and so needs no pass. */
    @Answers("404 no-waiting-room")
    @GetMapping("/{scheduleId}")
    WaitingRoomView show(
            @Parameter(example = "winter-serenade-1") @PathVariable String scheduleId) {
        return idOf(scheduleId)
                .flatMap(rooms::find)
                .map(WaitingRoomView::of)
                .orElseThrow(() ->
                        new ApiProblem(
                                HttpStatus.NOT_FOUND,
                                "no-waiting-room",
                                "There is no waiting room for this schedule: book"
                                        + " without a pass."));
    }

    private static Optional<ScheduleId> idOf(String text) {
        try {
            return Optional.of(new ScheduleId(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
