package boxoffice.queue.web;

import boxoffice.kernel.ScheduleId;
import boxoffice.web.ApiProblem;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.http.HttpStatus;

/** What all paths under a waiting room have in common. */
final class Rooms {
    private Rooms() {}

    /**
     * @throws ApiProblem 404 no-waiting-room
     */
    static ScheduleId id(String scheduleId) {
        return read(ScheduleId::new, scheduleId).orElseThrow(Rooms::noRoom);
    }

    /**
     * @throws ApiProblem 404 entry-not-found
     */
    static UUID entryId(String entryId) {
        return read(UUID::fromString, entryId)
                .filter(id -> id.toString().equals(entryId))
                .orElseThrow(Rooms::noEntry);
    }

    private static <T> Optional<T> read(Function<String, T> read, String text) {
        try {
            return Optional.of(read.apply(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    static ApiProblem noRoom() {
        return new ApiProblem(
                HttpStatus.NOT_FOUND,
                "no-waiting-room",
                "There is no waiting room for this schedule: book without a pass.");
    }

    static ApiProblem noEntry() {
        return new ApiProblem(
                HttpStatus.NOT_FOUND,
                "entry-not-found",
                "You have no such entry in this waiting room. Join it to get one.");
    }

    static ApiProblem conflict(String code, String detail) {
        return new ApiProblem(HttpStatus.CONFLICT, code, detail);
    }

    static ApiProblem closed() {
        return conflict("room-closed", "This waiting room is closed, for good.");
    }
}
