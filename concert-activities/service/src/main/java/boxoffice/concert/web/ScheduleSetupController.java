package boxoffice.concert.web;

import boxoffice.concert.domain.Flaws;
import boxoffice.concert.domain.ScheduleDraft;
import boxoffice.concert.domain.ScheduleSetup;
import boxoffice.concert.domain.ScheduleState;
import boxoffice.concert.domain.ScheduleTerms;
import boxoffice.concert.domain.VenueTimes;
import boxoffice.concert.store.ConcertSetups;
import boxoffice.concert.store.ScheduleSetups;
import boxoffice.concert.store.Venues;
import boxoffice.kernel.ConcertId;
import boxoffice.kernel.ScheduleId;
import boxoffice.web.Answers;
import boxoffice.web.ApiProblem;
import boxoffice.web.IdempotencyKey;
import boxoffice.web.Staff;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.net.URI;
import java.time.Clock;
import java.util.Map;

/** Dates as their promoters set them up, from the draft to the end of the sale. */
@RestController
@RequestMapping("/api")
class ScheduleSetupController {

    private static final String INVALID = "schedule-invalid";

    private final ScheduleSetups schedules;
    private final ConcertSetups concerts;
    private final Venues venues;
    private final BackOffice office;
    private final Clock clock;

    ScheduleSetupController(
            ScheduleSetups schedules,
            ConcertSetups concerts,
            Venues venues,
            BackOffice office,
            Clock clock) {
        this.schedules = schedules;
        this.concerts = concerts;
        this.venues = venues;
        this.office = office;
        this.clock = clock;
    }

    /** Opens a date as a draft, with a seat for each place of the venue's map. */
    @Answers(
            value = {
                "201 Location",
                "400 schedule-invalid",
                "404 concert-not-found",
                "409 id-taken busy request-in-flight Retry-After?"
            },
            body = ScheduleSetupView.class,
            example = ScheduleRequest.EXAMPLE)
    @PostMapping("/concerts/{id}/schedules")
    ResponseEntity<byte[]> create(
            Staff staff,
            IdempotencyKey key,
            @Parameter(example = "han-river-nights") @PathVariable String id,
            @RequestBody ScheduleRequest request) {
        var concertId =
                PathIds.read(ConcertId::new, id)
                        .filter(known -> concerts.find(known, BackOffice.whose(staff)).isPresent())
                        .orElseThrow(ConcertSetupController::unknown);
        var draft = read(staff, request);
        return office.once(
                staff,
                key,
                "POST /api/concerts/" + id + "/schedules",
                request,
                () -> created(staff, concertId, draft));
    }

    private ScheduleDraft read(Staff staff, ScheduleRequest request) {
        var flaws = new Flaws();
        var sent = request.venueId() == null ? "" : request.venueId();
        var venue = venues.find(sent, BackOffice.whose(staff));
        if (venue.isEmpty()) {
            flaws.add("venueId", "venue-unknown", "You have no such venue. See /api/venues.");
            throw BackOffice.flawed(INVALID, flaws);
        }
        if (venue.get().mapVersion() == 0) {
            flaws.add("venueId", "venue-without-map", "Send the venue's seat map first.");
            throw BackOffice.flawed(INVALID, flaws);
        }
        var now = clock.instant();
        var times = new VenueTimes(venue.get().zone(), now, flaws);
        var draft = request.draft(venue.get(), times, flaws);
        checkFeePolicy(draft.rules(), flaws);
        BackOffice.refuse(INVALID, flaws);
        draft.check(flaws, now);
        BackOffice.refuse(INVALID, flaws);
        return draft;
    }

    private void checkFeePolicy(ScheduleTerms rules, Flaws flaws) {
        if (!schedules.hasFeePolicy(rules.feePolicyId(), rules.feePolicyVersion())) {
            flaws.add(
                    "feePolicy",
                    "fee-policy-unknown",
                    "There is no such version of such a policy. Leave it out for the standard.");
        }
    }

    private ResponseEntity<ScheduleSetupView> created(
            Staff staff, ConcertId concertId, ScheduleDraft draft) {
        var flaws = new Flaws();
        return switch (schedules.create(concertId, draft, flaws)) {
            case YES ->
                    ResponseEntity.created(
                                    URI.create("/api/back-office/schedules/" + draft.scheduleId()))
                            .body(ScheduleSetupView.of(mine(staff, draft.scheduleId().value())));
            case ID_TAKEN -> throw BackOffice.idTaken("scheduleId");
            case FLAWED -> throw BackOffice.flawed(INVALID, flaws);
        };
    }

    /** All of a date, in whatever state, with its seats counted. */
    @Answers("404 schedule-not-found")
    @GetMapping("/back-office/schedules/{id}")
    ScheduleSetupView one(
            Staff staff, @Parameter(example = "han-river-nights-1") @PathVariable String id) {
        return ScheduleSetupView.of(mine(staff, id));
    }

    /**
     * Changes the rules of a date: all of them in a draft; later none that a ticket or a count of
     * seats stands on. What is held or sold keeps the rules that it came under.
     */
    @Answers(
            value = {
                "400 schedule-invalid",
                "404 schedule-not-found",
                "409 schedule-closed schedule-canceled busy Retry-After?"
            },
            example =
"""
{"saleClosesAt": "2035-09-14T18:00", "holdSeconds": 420}
""")
    @PatchMapping("/schedules/{id}")
    ScheduleSetupView change(
            Staff staff,
            @Parameter(example = "han-river-nights-1") @PathVariable String id,
            @RequestBody ScheduleChangeRequest request) {
        var scheduleId = mine(staff, id).scheduleId();
        return office.unlessBusy(() ->
                        schedules.change(
                                scheduleId,
                                BackOffice.whose(staff),
                                setup -> rules(setup, request)))
                .map(ScheduleSetupView::of)
                .orElseThrow(ScheduleSetupController::unknown);
    }

    private ScheduleTerms rules(ScheduleSetup setup, ScheduleChangeRequest request) {
        if (setup.canceledAt() != null) {
            throw canceled();
        }
        if (setup.state() == ScheduleState.CLOSED) {
            throw new ApiProblem(
                    HttpStatus.CONFLICT,
                    "schedule-closed",
                    "The sale of this date is closed for good. Nothing was changed.");
        }
        var flaws = new Flaws();
        var now = clock.instant();
        var next = request.on(setup.rules(), new VenueTimes(setup.zone(), now, flaws), flaws);
        checkFeePolicy(next, flaws);
        BackOffice.refuse(INVALID, flaws);
        next.check(flaws, now);
        setup.checkChange(flaws, next, now);
        BackOffice.refuse(INVALID, flaws);
        return next;
    }

    /**
     * @param state the one to go to
     */
    record ScheduleStateRequest(
            @Schema(requiredMode = RequiredMode.REQUIRED) @Nullable ScheduleState state) {}

    /** Puts a date on sale, pauses it, or closes it for good; again, it is there already. */
    @Answers(
            value = {
                "400 state-missing",
                "404 schedule-not-found",
                "409 state-not-allowed schedule-canceled busy Retry-After?"
            },
            example =
"""
{"state": "ON_SALE"}
""")
    @PostMapping("/schedules/{id}/state")
    ScheduleSetupView move(
            Staff staff,
            @Parameter(example = "han-river-nights-1") @PathVariable String id,
            @RequestBody ScheduleStateRequest request) {
        var setup = mine(staff, id);
        var next = request.state();
        if (next == null) {
            throw new ApiProblem(
                    HttpStatus.BAD_REQUEST,
                    "state-missing",
                    "Say the state: ON_SALE, PAUSED or CLOSED.");
        }
        if (setup.canceledAt() != null) {
            throw canceled();
        }
        if (!office.unlessBusy(() -> schedules.move(setup.scheduleId(), next))) {
            throw refused(mine(staff, id), next);
        }
        return ScheduleSetupView.of(mine(staff, id));
    }

    private static ApiProblem refused(ScheduleSetup setup, ScheduleState next) {
        if (setup.canceledAt() != null) {
            return canceled();
        }
        var problem =
                setup.state().mayBecome(next)
                        ? new ApiProblem(
                                        HttpStatus.CONFLICT,
                                        "state-not-allowed",
                                        "The time to sell in is over: change saleClosesAt first.")
                                .worded("over")
                        : new ApiProblem(
                                HttpStatus.CONFLICT,
                                "state-not-allowed",
                                "A date that is {0} does not become {1}. Nothing was changed.",
                                setup.state(),
                                next);
        return problem.with(Map.of("state", setup.state()));
    }

    private static ApiProblem canceled() {
        return new ApiProblem(
                HttpStatus.CONFLICT,
                "schedule-canceled",
                "This date is canceled, and stays so. Open another.");
    }

    private ScheduleSetup mine(Staff staff, String id) {
        return PathIds.read(ScheduleId::new, id)
                .flatMap(known -> schedules.find(known, BackOffice.whose(staff)))
                .orElseThrow(ScheduleSetupController::unknown);
    }

    static ApiProblem unknown() {
        return new ApiProblem(
                HttpStatus.NOT_FOUND,
                "schedule-not-found",
                "You have no such date. See /api/back-office/concerts.");
    }
}
