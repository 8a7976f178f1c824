package boxoffice.queue.web;

import boxoffice.kernel.BuyerId;
import boxoffice.kernel.ScheduleId;
import boxoffice.queue.domain.EntryState;
import boxoffice.queue.domain.Place;
import boxoffice.queue.domain.RoomState;
import boxoffice.queue.store.Lobby;
import boxoffice.web.Answers;
import boxoffice.web.ApiProblem;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/**
 * The same that a poll tells, told when it changes: server-sent events. Each stream is a loop on
 * the virtual thread of its request, so it needs nothing that a restart could lose; a client comes
 * back to any instance and is told how things are by then.
 */
@RestController
@RequestMapping("/api/waiting-rooms/{scheduleId}/entries/{entryId}/events")
class EntryEventsController {

    private static final Logger log = LoggerFactory.getLogger(EntryEventsController.class);

    private static final Duration NEAR = Duration.ofSeconds(1);
    private static final Duration FAR = Duration.ofSeconds(5);
    private static final Duration VERY_FAR = Duration.ofSeconds(10);

    /** Who stands behind so many is told less often. */
    private static final int NEAR_AHEAD_MAX = 500;

    private static final int FAR_AHEAD_MAX = 5_000;

    /** A comment at least so often: a client, and the door, may give a silent stream up. */
    private static final Duration SILENCE_MAX = Duration.ofSeconds(15);

    private final Lobby lobby;
    private final PassSigner passes;
    private final JsonMapper json;
    private final int streamsOfABuyerMax;
    private final Map<BuyerId, Integer> streams = new ConcurrentHashMap<>();
    private volatile boolean closing;

    EntryEventsController(
            Lobby lobby,
            PassSigner passes,
            JsonMapper json,
            @Value("${boxoffice.queue.streams-of-a-buyer:3}") int streamsOfABuyerMax) {
        this.lobby = lobby;
        this.passes = passes;
        this.json = json;
        this.streamsOfABuyerMax = streamsOfABuyerMax;
    }

    /** A service that stops must not wait for those who wait. */
    @EventListener(ContextClosedEvent.class)
    void close() {
        closing = true;
    }

    /**
     * Tells the entry as it is, and again when it has changed. The events are called position,
     * paused, sold-out, admitted and over; each has the entry as its data and an id by which, sent
     * as Last-Event-ID, what is known is not told again. After over the stream ends; after any
     * other end, connect again.
     */
    @Answers({"404 entry-not-found", "429 too-many-streams"})
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
                            schema = @Schema(type = "string")))
    @GetMapping(produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    void events(
            BuyerId buyer,
            @Parameter(example = "winter-serenade-2") @PathVariable String scheduleId,
            @Parameter(example = "5b0f7c6c-4c1a-4d0e-8a6f-0c9b1d3e5f0e") @PathVariable
                    String entryId,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
            HttpServletResponse response)
            throws InterruptedException {
        var schedule = Rooms.id(scheduleId);
        var entry = Rooms.entryId(entryId);
        var place = lobby.look(schedule, entry, buyer).orElseThrow(Rooms::noEntry);
        if (streams.merge(buyer, 1, Integer::sum) > streamsOfABuyerMax) {
            leave(buyer);
            throw tooMany(streamsOfABuyerMax);
        }
        try {
            response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
            response.setCharacterEncoding(StandardCharsets.UTF_8);
            response.setHeader("Cache-Control", "no-store");
            new Stream(response, lastEventId == null ? "" : lastEventId)
                    .follow(schedule, entry, buyer, place);
        } catch (IOException e) {
            log.debug("Who followed entry {} has gone", entry, e);
        } catch (RuntimeException e) {
            // The answer has begun, so nothing can be told any more; the client comes again.
            log.warn("The stream of entry {} ends early: {}", entry, e.toString());
        } finally {
            leave(buyer);
        }
    }

    private void leave(BuyerId buyer) {
        streams.computeIfPresent(buyer, (same, count) -> count == 1 ? null : count - 1);
    }

    private static ApiProblem tooMany(int most) {
        return new ApiProblem(
                HttpStatus.TOO_MANY_REQUESTS,
                "too-many-streams",
                "You follow {0} streams already. Close one of them, or poll the entry.",
                most);
    }

    /** One client's stream. */
    private final class Stream {
        private final HttpServletResponse response;
        private String lastId;
        private long spokeAt = System.nanoTime();

        private Stream(HttpServletResponse response, String lastId) {
            this.response = response;
            this.lastId = lastId;
        }

        private void follow(ScheduleId schedule, UUID entry, BuyerId buyer, Place first)
                throws IOException, InterruptedException {
            say(": here\n\n");
            Optional<Place> place = Optional.of(first);
            while (place.isPresent() && !closing) {
                tell(place.get());
                if (isOver(place.get())) {
                    return;
                }
                Thread.sleep(pace(place.get()));
                place = lobby.look(schedule, entry, buyer);
            }
        }

        private void tell(Place place) throws IOException {
            var view = EntryView.of(place, passes);
            var id = EntriesController.tagOf(view).replace("\"", "");
            if (!id.equals(lastId)) {
                lastId = id;
                say(
                        "id: %s\nevent: %s\ndata: %s\n\n"
                                .formatted(id, name(place), json.writeValueAsString(view)));
            } else if (System.nanoTime() - spokeAt > SILENCE_MAX.toNanos()) {
                say(": still here\n\n");
            }
        }

        private void say(String text) throws IOException {
            response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
            response.flushBuffer();
            spokeAt = System.nanoTime();
        }
    }

    private static boolean isOver(Place place) {
        return !place.entry().state().isLive();
    }

    private static String name(Place place) {
        if (isOver(place)) {
            return "over";
        }
        if (place.entry().state() == EntryState.ADMITTED) {
            return "admitted";
        }
        if (place.room().isSoldOut()) {
            return "sold-out";
        }
        return place.room().room().state() == RoomState.PAUSED ? "paused" : "position";
    }

    private static Duration pace(Place place) {
        var ahead = place.ahead().orElse(0);
        if (ahead <= NEAR_AHEAD_MAX) {
            return NEAR;
        }
        return ahead <= FAR_AHEAD_MAX ? FAR : VERY_FAR;
    }
}
