package boxoffice.concert.web;

import boxoffice.concert.domain.ConcertSetup;
import boxoffice.concert.domain.Flaws;
import boxoffice.concert.domain.GivenIds;
import boxoffice.concert.store.ConcertSetups;
import boxoffice.concert.store.ScheduleSetups;
import boxoffice.kernel.ConcertId;
import boxoffice.web.Answers;
import boxoffice.web.ApiProblem;
import boxoffice.web.IdempotencyKey;
import boxoffice.web.Paging;
import boxoffice.web.Staff;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.swagger.v3.oas.annotations.Parameter;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.net.URI;
import java.util.List;

/**
 * Concerts as their promoters set them up; what buyers see of them is the catalogue's. Another's is
 * 404, like one that is not there.
 */
@RestController
@RequestMapping("/api")
class ConcertSetupController {

    private static final String INVALID = "concert-invalid";

    private static final Paging<ConcertId> PAGES =
            new Paging<>(
                    "concert-setups",
                    last -> List.of(last.value()),
                    texts -> new ConcertId(texts.getFirst()));

    private final ConcertSetups concerts;
    private final ScheduleSetups schedules;
    private final BackOffice office;

    ConcertSetupController(ConcertSetups concerts, ScheduleSetups schedules, BackOffice office) {
        this.concerts = concerts;
        this.schedules = schedules;
        this.office = office;
    }

    /**
     * @param next the cursor of the page after this one; left out on the last page
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ConcertSetupsView(List<ConcertSetupView> concerts, @Nullable String next) {}

    record ConcertWithDatesView(ConcertSetupView concert, List<ScheduleSetupView> schedules) {}

    /** Opens a concert, which nobody sees until a date of it is on sale. */
    @Answers(
            value = {
                "201 Location",
                "400 concert-invalid",
                "409 id-taken busy request-in-flight Retry-After?"
            },
            body = ConcertSetupView.class,
            example =
"""
{
  "concertId": "han-river-nights",
  "title": "한강의 밤",
  "titleEn": "Nights on the Han",
  "performers": "Han River Ensemble",
  "runningMinutes": 100,
  "ageMin": 8,
  "posterUrl": "https://example.org/nights.jpg",
  "description": "Chamber music by the river.",
  "buyerSeatsMax": 4
}
""")
    @PostMapping("/concerts")
    ResponseEntity<byte[]> create(
            Staff staff, IdempotencyKey key, @RequestBody ConcertRequest request) {
        var flaws = new Flaws();
        var id = GivenIds.read(flaws, "concertId", request.concertId(), "c");
        var facts = request.facts(flaws);
        BackOffice.refuse(INVALID, flaws);
        var concert = new ConcertSetup(new ConcertId(id), staff.promoterId(), facts);
        return office.once(
                staff,
                key,
                "POST /api/concerts",
                request,
                () -> {
                    if (!concerts.create(concert)) {
                        throw BackOffice.idTaken("concertId");
                    }
                    return ResponseEntity.created(URI.create("/api/back-office/concerts/" + id))
                            .body(ConcertSetupView.of(concert));
                });
    }

    /** Says the concert anew, all of it. Tickets that are held or sold keep what they said. */
    @Answers(
            value = {
                "400 concert-invalid",
                "404 concert-not-found",
                "409 limit-fixed busy Retry-After?"
            },
            example =
"""
{
  "title": "한강의 밤",
  "titleEn": "Nights on the Han",
  "performers": "Han River Ensemble",
  "runningMinutes": 100,
  "ageMin": 8,
  "posterUrl": "https://example.org/nights.jpg",
  "description": "Chamber music by the river.",
  "buyerSeatsMax": 4
}
""")
    @PutMapping("/concerts/{id}")
    ConcertSetupView replace(
            Staff staff,
            @Parameter(example = "han-river-nights") @PathVariable String id,
            @RequestBody ConcertRequest request) {
        var before = mine(staff, id);
        var flaws = new Flaws();
        if (request.concertId() != null && !request.concertId().equals(id)) {
            flaws.add("concertId", "id-fixed", "A concert keeps its id. Leave it out.");
        }
        var facts = request.facts(flaws);
        BackOffice.refuse(INVALID, flaws);
        if (!office.unlessBusy(() -> concerts.replace(before.concertId(), facts))) {
            throw new ApiProblem(
                    HttpStatus.CONFLICT,
                    "limit-fixed",
                    "A limit for buyers counts from the first seat on: now that a date is no draft"
                            + " any more it can be changed, but not begun or ended.");
        }
        return ConcertSetupView.of(mine(staff, id));
    }

    /**
     * A page of a promoter's own, of all to an operator; the newest first.
     *
     * @param limit concerts at most, 1 to 100; else 400 limit-invalid
     * @param cursor the {@code next} of the page before; anything else is 400 cursor-invalid
     */
    @Answers("400 limit-invalid cursor-invalid")
    @GetMapping("/back-office/concerts")
    ConcertSetupsView all(
            Staff staff,
            @RequestParam(defaultValue = "20") String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var whose = BackOffice.whose(staff);
        var asked = PAGES.asked(limit, cursor, whose);
        var page =
                asked.page(
                        concerts.newest(whose, asked.after(), asked.rows()),
                        ConcertSetup::concertId);
        return new ConcertSetupsView(
                page.items().stream().map(ConcertSetupView::of).toList(), page.next());
    }

    /** With all its dates, drafts too. */
    @Answers("404 concert-not-found")
    @GetMapping("/back-office/concerts/{id}")
    ConcertWithDatesView one(
            Staff staff, @Parameter(example = "han-river-nights") @PathVariable String id) {
        var concert = mine(staff, id);
        return new ConcertWithDatesView(
                ConcertSetupView.of(concert),
                schedules.of(concert.concertId()).stream().map(ScheduleSetupView::of).toList());
    }

    private ConcertSetup mine(Staff staff, String id) {
        return PathIds.read(ConcertId::new, id)
                .flatMap(known -> concerts.find(known, BackOffice.whose(staff)))
                .orElseThrow(ConcertSetupController::unknown);
    }

    static ApiProblem unknown() {
        return new ApiProblem(
                HttpStatus.NOT_FOUND,
                "concert-not-found",
                "You have no such concert. See /api/back-office/concerts.");
    }
}
