package boxoffice.concert.web;

import boxoffice.concert.domain.Concert;
import boxoffice.concert.domain.ConcertSearch.Position;
import boxoffice.concert.domain.Schedule;
import boxoffice.concert.store.Concerts;
import boxoffice.concert.store.ConcertsFound;
import boxoffice.concert.store.FreeSeats;
import boxoffice.kernel.ConcertId;
import boxoffice.web.Answers;
import boxoffice.web.ApiProblem;
import boxoffice.web.Paging;

import io.swagger.v3.oas.annotations.Parameter;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** What is on. */
@RestController
@RequestMapping("/api/concerts")
class ConcertsController {

    /**
     * @param from when the reading began, where nobody said from when: later pages look from there
     *     too, or a concert whose first date has passed meanwhile would come a second time
     */
    private record LastSeen(Instant from, Position position) {}

    private static final Paging<LastSeen> PAGES =
            new Paging<>(
                    "concerts",
                    last ->
                            List.of(
                                    last.from().toString(),
                                    last.position().startsAt().toString(),
                                    last.position().title(),
                                    last.position().concertId().value()),
                    texts ->
                            new LastSeen(
                                    ConcertWish.checked(Instant.parse(texts.get(0))),
                                    new Position(
                                            ConcertWish.checked(Instant.parse(texts.get(1))),
                                            texts.get(2),
                                            new ConcertId(texts.get(3)))));

    private final Concerts concerts;
    private final ConcertsFound found;
    private final FreeSeats freeSeats;
    private final Clock clock;

    ConcertsController(Concerts concerts, ConcertsFound found, FreeSeats freeSeats, Clock clock) {
        this.concerts = concerts;
        this.found = found;
        this.freeSeats = freeSeats;
        this.clock = clock;
    }

    record SchedulesView(List<ScheduleView> schedules) {}

    /**
     * The concerts that have a date as it is wanted, one that stands: a page of them.
     *
     * @param text words that all are in a title or among the performers; else 400 text-invalid
     * @param city of the venue; else 400 city-invalid
     * @param from the first day, or the first instant; now where it is not said; else 400
     *     from-invalid
     * @param to the last day, or the first instant after; else 400 to-invalid
     * @param sort {@code date} (of the next date) or {@code title}; else 400 sort-invalid
     * @param limit concerts at most, 1 to 100; else 400 limit-invalid
     * @param cursor the {@code next} of the page before, with the same search; anything else is 400
     *     cursor-invalid
     */
    @Answers(
            "400 text-invalid city-invalid from-invalid to-invalid sort-invalid limit-invalid"
                    + " cursor-invalid")
    @GetMapping
    ConcertsView find(
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(required = false) @Nullable String city,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(defaultValue = "date") String sort,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") String limit) {
        var wish = ConcertWish.of(text, city, from, to, sort);
        var asked = PAGES.asked(limit, cursor, text, city, from, to, sort);
        var last = asked.after();
        var since =
                last == null
                        ? Objects.requireNonNullElse(wish.from(), clock.instant())
                        : last.from();
        var search = wish.search(since, last == null ? null : last.position(), asked.rows());
        var page = asked.page(found.find(search), shown -> new LastSeen(since, Position.of(shown)));
        return new ConcertsView(
                page.items().stream().map(ConcertsView.FoundView::of).toList(), page.next());
    }

    @Answers("404 concert-not-found")
    @GetMapping("/{id}")
    ConcertView one(@Parameter(example = "winter-serenade") @PathVariable String id) {
        return ConcertView.of(concert(id));
    }

    /** The dates of one concert, the first one first; {@value Concerts#SCHEDULES_MAX} at most. */
    @Answers("404 concert-not-found")
    @GetMapping("/{id}/schedules")
    SchedulesView schedules(@Parameter(example = "winter-serenade") @PathVariable String id) {
        var schedules = concerts.schedules(concert(id).concertId());
        var counts = freeSeats.of(schedules.stream().map(Schedule::scheduleId).toList());
        var now = clock.instant();
        return new SchedulesView(
                schedules.stream()
                        .map(schedule ->
                                ScheduleView.of(
                                        schedule,
                                        Objects.requireNonNull(counts.get(schedule.scheduleId())),
                                        now))
                        .toList());
    }

    private Concert concert(String id) {
        return PathIds.read(ConcertId::new, id)
                .flatMap(concerts::concert)
                .orElseThrow(() ->
                        new ApiProblem(
                                HttpStatus.NOT_FOUND,
                                "concert-not-found",
                                "There is no such concert. See /api/concerts."));
    }
}
