package boxoffice.concert.web;

import boxoffice.concert.domain.Concert;
import boxoffice.concert.store.Concerts;
import boxoffice.kernel.ConcertId;
import boxoffice.web.Answers;
import boxoffice.web.ApiProblem;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is on. */
@RestController
@RequestMapping("/api/concerts")
class ConcertsController {

    private final Concerts concerts;

    ConcertsController(Concerts concerts) {
        this.concerts = concerts;
    }

    record ConcertView(ConcertId concertId, String title) {
        private static ConcertView of(Concert concert) {
            return new ConcertView(concert.concertId(), concert.title());
        }
    }

    record ConcertsView(List<ConcertView> concerts) {}

    record SchedulesView(List<ScheduleView> schedules) {}

    /** By title, {@value Concerts#CONCERTS_MAX} at most. */
    @GetMapping
    ConcertsView all() {
        return new ConcertsView(concerts.all().stream().map(ConcertView::of).toList());
    }

    @Answers("404 concert-not-found")
    @GetMapping("/{id}")
    ConcertView one(@PathVariable String id) {
        return ConcertView.of(concert(id));
    }

    /** The dates of one concert, the next one first. */
    @Answers("404 concert-not-found")
    @GetMapping("/{id}/schedules")
    SchedulesView schedules(@PathVariable String id) {
        var schedules = concerts.schedules(concert(id).concertId());
        return new SchedulesView(schedules.stream().map(ScheduleView::of).toList());
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
