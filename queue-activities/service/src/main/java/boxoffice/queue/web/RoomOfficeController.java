package boxoffice.queue.web;

import boxoffice.kernel.ScheduleId;
import boxoffice.queue.domain.RoomState;
import boxoffice.queue.provider.ConcertService;
import boxoffice.queue.provider.ConcertService.ConcertServiceSilent;
import boxoffice.queue.store.Doorkeeper;
import boxoffice.queue.store.RoomLooks;
import boxoffice.queue.store.WaitingRooms;
import boxoffice.queue.store.WaitingRooms.Changed;
import boxoffice.web.Answers;
import boxoffice.web.ApiProblem;
import boxoffice.web.Staff;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What a date's promoter and the operators do with its waiting room. Whose the date is the concert
 * service says, asked with the token that came. Everything may be sent again: what is so already
 * stays so.
 */
@RestController
@RequestMapping("/api/waiting-rooms/{scheduleId}")
class RoomOfficeController {

    private static final Duration SOON = Duration.ofSeconds(1);
    private static final int CHANGES_MAX = 100;

    private final WaitingRooms rooms;
    private final RoomLooks looks;
    private final Doorkeeper doorkeeper;
    private final ConcertService concerts;
    private final Clock clock;

    RoomOfficeController(
            WaitingRooms rooms,
            RoomLooks looks,
            Doorkeeper doorkeeper,
            ConcertService concerts,
            Clock clock) {
        this.rooms = rooms;
        this.looks = looks;
        this.doorkeeper = doorkeeper;
        this.concerts = concerts;
        this.clock = clock;
    }

    /** Puts a waiting room in front of the date, or changes how it lets in, from now on. */
    @Answers(
            value = {
                "200",
                "201",
                "400 room-invalid",
                "404 schedule-not-found",
                "409 room-closed room-opened opening-past busy Retry-After?"
            },
            example =
                    """
                    {"cap": 50, "ratePerSecond": 20, "opensAt": "2026-12-01T11:00:00Z",
                     "graceSeconds": 300, "passSeconds": 600, "shuffle": true}
                    """)
    @PutMapping
    ResponseEntity<RoomOfficeView> set(
            Staff staff,
            @Parameter(example = "winter-serenade-2") @PathVariable String scheduleId,
            @RequestHeader(HttpHeaders.AUTHORIZATION) String authorization,
            @RequestBody RoomRequest request) {
        var schedule = mine(scheduleId, authorization);
        var settings = request.checked(clock.instant());
        var done = done(() -> rooms.set(schedule, settings, staff.subject()));
        doorkeeper.stepNow(schedule);
        return ResponseEntity.status(done.isNew() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(view(schedule));
    }

    /** Settings, and numbers of this moment. */
    @Answers("404 schedule-not-found no-waiting-room")
    @GetMapping("/numbers")
    RoomOfficeView numbers(
            Staff staff,
            @Parameter(example = "winter-serenade-2") @PathVariable String scheduleId,
            @RequestHeader(HttpHeaders.AUTHORIZATION) String authorization) {
        return view(mine(scheduleId, authorization));
    }

    record ChangesView(List<WaitingRooms.Change> changes) {}

    /** What was done to the room, by whom and when: the last hundred changes, the newest first. */
    @Answers("404 schedule-not-found")
    @GetMapping("/changes")
    ChangesView changes(
            Staff staff,
            @Parameter(example = "winter-serenade-2") @PathVariable String scheduleId,
            @RequestHeader(HttpHeaders.AUTHORIZATION) String authorization) {
        return new ChangesView(rooms.changes(mine(scheduleId, authorization), CHANGES_MAX));
    }

    /** Lets nobody in until it is resumed; who comes is taken into the line. */
    @Answers({"404 schedule-not-found no-waiting-room", "409 room-closed busy Retry-After?"})
    @PostMapping("/pause")
    RoomOfficeView pause(
            Staff staff,
            @Parameter(example = "winter-serenade-2") @PathVariable String scheduleId,
            @RequestHeader(HttpHeaders.AUTHORIZATION) String authorization) {
        return move(staff, scheduleId, authorization, RoomState.PAUSED);
    }

    /** Takes entries and lets in again. */
    @Answers({"404 schedule-not-found no-waiting-room", "409 room-closed busy Retry-After?"})
    @PostMapping("/resume")
    RoomOfficeView resume(
            Staff staff,
            @Parameter(example = "winter-serenade-2") @PathVariable String scheduleId,
            @RequestHeader(HttpHeaders.AUTHORIZATION) String authorization) {
        return move(staff, scheduleId, authorization, RoomState.OPEN);
    }

    /** Takes no more entries and goes on letting in those who wait. */
    @Answers({"404 schedule-not-found no-waiting-room", "409 room-closed busy Retry-After?"})
    @PostMapping("/drain")
    RoomOfficeView drain(
            Staff staff,
            @Parameter(example = "winter-serenade-2") @PathVariable String scheduleId,
            @RequestHeader(HttpHeaders.AUTHORIZATION) String authorization) {
        return move(staff, scheduleId, authorization, RoomState.DRAINING);
    }

    /** Sends everybody away who waits, for good; passes that are out run to their end. */
    @Answers({"404 schedule-not-found no-waiting-room", "409 busy Retry-After"})
    @PostMapping("/close")
    RoomOfficeView close(
            Staff staff,
            @Parameter(example = "winter-serenade-2") @PathVariable String scheduleId,
            @RequestHeader(HttpHeaders.AUTHORIZATION) String authorization) {
        return move(staff, scheduleId, authorization, RoomState.CLOSED);
    }

    private RoomOfficeView move(
            Staff staff, String scheduleId, String authorization, RoomState state) {
        var schedule = mine(scheduleId, authorization);
        done(() -> rooms.move(schedule, state, staff.subject()));
        doorkeeper.stepNow(schedule);
        return view(schedule);
    }

    private ScheduleId mine(String scheduleId, String authorization) {
        try {
            var schedule = new ScheduleId(scheduleId);
            if (concerts.maySeeTo(schedule, authorization)) {
                return schedule;
            }
        } catch (IllegalArgumentException _) {
            // No id that a date could have.
        } catch (ConcertServiceSilent _) {
            throw new ApiProblem(
                            HttpStatus.SERVICE_UNAVAILABLE,
                            "temporarily-unavailable",
                            "We cannot get at our data just now. Send the same request again, with"
                                    + " the same Idempotency-Key where there is one.")
                    .retryAfter(SOON);
        }
        throw new ApiProblem(
                HttpStatus.NOT_FOUND,
                "schedule-not-found",
                "There is no such date, or it is another promoter's. See your concerts'"
                        + " schedules.");
    }

    private interface Change {
        Changed make();
    }

    private static Changed.Done done(Change change) {
        try {
            return switch (change.make()) {
                case Changed.Done done -> done;
                case Changed.NoRoom() -> throw Rooms.noRoom();
                case Changed.RoomClosed() -> throw Rooms.closed();
                case Changed.RoomOpened() ->
                        throw Rooms.conflict(
                                "room-opened",
                                "The room has opened: its opening and its shuffle cannot be"
                                        + " changed any more. Leave them as they are.");
                case Changed.OpeningPast() ->
                        throw Rooms.conflict(
                                "opening-past",
                                "People have come already, so the opening must be in the future."
                                        + " Give a later one.");
            };
        } catch (PessimisticLockingFailureException e) {
            throw Rooms.conflict(
                            "busy",
                            "Somebody is changing the same just now, and nothing was done. Send the"
                                    + " request again.")
                    .retryAfter(SOON);
        }
    }

    /** Counted anew, for whoever changed something wants to see it. */
    private RoomOfficeView view(ScheduleId schedule) {
        var known = doorkeeper.room(schedule).orElseThrow(Rooms::noRoom);
        var now = looks.look(schedule, known, known.freeSeats()).orElseThrow(Rooms::noRoom);
        return RoomOfficeView.of(now, looks.history(schedule, now.room().settings().opensAt()));
    }
}
