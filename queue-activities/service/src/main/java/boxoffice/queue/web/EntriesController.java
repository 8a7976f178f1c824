package boxoffice.queue.web;

import boxoffice.kernel.BuyerId;
import boxoffice.kernel.ScheduleId;
import boxoffice.queue.domain.Place;
import boxoffice.queue.domain.RoomState;
import boxoffice.queue.store.Lobby;
import boxoffice.queue.store.WaitingRooms;
import boxoffice.web.Answers;
import boxoffice.web.ApiProblem;
import io.swagger.v3.oas.annotations.Parameter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A buyer's way through a waiting room. */
@RestController
@RequestMapping("/api/waiting-rooms/{scheduleId}/entries")
class EntriesController {

    private final Lobby lobby;
    private final WaitingRooms rooms;
    private final PassSigner passes;

    EntriesController(Lobby lobby, WaitingRooms rooms, PassSigner passes) {
        this.lobby = lobby;
        this.rooms = rooms;
        this.passes = passes;
    }

    /**
     * Joins the room: one entry a buyer, however often and from wherever it is sent. Whoever comes
     * back after having lost or used a place gets a new one, at the end.
     */
    @Answers({
        "200 Retry-After? Location",
        "201 Retry-After? Location",
        "404 no-waiting-room",
        "409 room-closed room-draining"
    })
    @PostMapping
    ResponseEntity<EntryView> join(
            BuyerId buyer,
            @Parameter(example = "winter-serenade-2") @PathVariable String scheduleId) {
        var schedule = Rooms.id(scheduleId);
        var joined = lobby.join(schedule, buyer).orElseThrow(() -> takesNobody(schedule));
        var place = joined.place();
        var location =
                URI.create(
                        "/api/waiting-rooms/" + schedule + "/entries/" + place.entry().entryId());
        var answer =
                joined.isNew()
                        ? ResponseEntity.created(location)
                        : ResponseEntity.ok().location(location);
        return paced(answer, place).body(EntryView.of(place, passes));
    }

    private ApiProblem takesNobody(ScheduleId schedule) {
        var room = rooms.find(schedule).orElseThrow(Rooms::noRoom);
        return room.state() == RoomState.CLOSED
                ? Rooms.closed()
                : Rooms.conflict(
                        "room-draining",
                        "This waiting room takes nobody more; those who wait are let in.");
    }

    private static ResponseEntity.BodyBuilder paced(
            ResponseEntity.BodyBuilder answer, Place place) {
        answer.cacheControl(CacheControl.noCache().cachePrivate());
        PollPace.of(place)
                .map(PollPace::seconds)
                .ifPresent(pace -> answer.header(HttpHeaders.RETRY_AFTER, Long.toString(pace)));
        return answer;
    }

    /** Where the entry stands; a sign of life, too, without which the place is lost in time. */
    @Answers({"200 ETag Retry-After?", "304 ETag Retry-After?", "404 entry-not-found"})
    @GetMapping("/{entryId}")
    ResponseEntity<EntryView> show(
            BuyerId buyer,
            @Parameter(example = "winter-serenade-2") @PathVariable String scheduleId,
            @Parameter(example = "5b0f7c6c-4c1a-4d0e-8a6f-0c9b1d3e5f0e") @PathVariable
                    String entryId) {
        var place =
                lobby.look(Rooms.id(scheduleId), Rooms.entryId(entryId), buyer)
                        .orElseThrow(Rooms::noEntry);
        var view = EntryView.of(place, passes);
        return paced(ResponseEntity.ok().eTag(tagOf(view)), place).body(view);
    }

    /** Strong: what is shown is all that it is made of. */
    static String tagOf(EntryView view) {
        return '"'
                + UUID.nameUUIDFromBytes(view.toString().getBytes(StandardCharsets.UTF_8))
                        .toString()
                + '"';
    }

    /** Gives the place or the pass up, for good. Again: the same. */
    @Answers({"204", "404 entry-not-found", "409 pass-in-use"})
    @DeleteMapping("/{entryId}")
    ResponseEntity<Void> leave(
            BuyerId buyer,
            @Parameter(example = "winter-serenade-2") @PathVariable String scheduleId,
            @Parameter(example = "5b0f7c6c-4c1a-4d0e-8a6f-0c9b1d3e5f0e") @PathVariable
                    String entryId) {
        return switch (lobby.leave(Rooms.id(scheduleId), Rooms.entryId(entryId), buyer)) {
            case GONE -> ResponseEntity.noContent().build();
            case UNKNOWN -> throw Rooms.noEntry();
            case IN_BOOKING ->
                    throw Rooms.conflict(
                            "pass-in-use", "A booking of yours has the pass. Cancel that first.");
        };
    }
}
