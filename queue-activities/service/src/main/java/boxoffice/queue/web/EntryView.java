package boxoffice.queue.web;

import boxoffice.kernel.ScheduleId;
import boxoffice.queue.domain.EntryState;
import boxoffice.queue.domain.Place;
import boxoffice.queue.domain.RoomNow;
import boxoffice.queue.domain.RoomState;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A buyer's entry as the buyer sees it, a moment ago.
 *
 * @param room what the room does: in a room that is paused nobody is let in
 * @param soldOut whether the date has no seat left; who waits may wait for one that comes back, and
 *     is let in only then
 * @param opensAt when the pool gets its numbers; left out when that is done
 * @param position in the line, 1 is next; left out in the pool and where nothing is waited for
 * @param ahead how many stand before
 * @param expectedWait left out where nothing can be said
 * @param pass for the Boxoffice-Pass header of POST /bookings; good for this buyer alone
 * @param passExpiresAt the first instant at which the pass begins no booking any more
 * @param rejoin where to POST to come back, at the end of the line; only where the place is lost
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record EntryView(
        UUID entryId,
        ScheduleId scheduleId,
        EntryState state,
        RoomState room,
        boolean soldOut,
        @Nullable Instant opensAt,
        @Nullable Long position,
        @Nullable Long ahead,
        @Nullable WaitView expectedWait,
        @Nullable String pass,
        @Nullable Instant passExpiresAt,
        @Nullable URI rejoin) {

    /**
     * When things go on as they went.
     *
     * @param latestSeconds left out where nobody was let in of late, so that nobody can say
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record WaitView(long earliestSeconds, @Nullable Long latestSeconds) {

        private static WaitView of(RoomNow.Wait wait) {
            return new WaitView(
                    wait.earliest().toSeconds(),
                    wait.latest().map(latest -> latest.toSeconds()).orElse(null));
        }
    }

    static EntryView of(Place place, PassSigner passes) {
        var entry = place.entry();
        var room = place.room();
        var waits = entry.state() == EntryState.WAITING;
        var ahead = place.ahead().isPresent() ? (Long) place.ahead().getAsLong() : null;
        return new EntryView(
                entry.entryId(),
                entry.scheduleId(),
                entry.state(),
                room.room().state(),
                room.isSoldOut(),
                waits && entry.number() == null ? room.room().settings().opensAt() : null,
                ahead == null ? null : (Long) (ahead + 1),
                ahead,
                place.expectedWait().map(WaitView::of).orElse(null),
                entry.state() == EntryState.ADMITTED ? passes.passOf(entry) : null,
                entry.state() == EntryState.ADMITTED ? entry.passExpiresAt() : null,
                isLost(entry.state()) && room.room().state().takesEntries()
                        ? URI.create("/api/waiting-rooms/" + entry.scheduleId() + "/entries")
                        : null);
    }

    private static boolean isLost(EntryState state) {
        return state == EntryState.EXPIRED || state == EntryState.LEFT;
    }
}
