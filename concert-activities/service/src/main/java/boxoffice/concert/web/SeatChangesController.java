package boxoffice.concert.web;

import boxoffice.concert.domain.Flaws;
import boxoffice.concert.domain.PriceRules;
import boxoffice.concert.domain.SeatBlock;
import boxoffice.concert.domain.SeatNos;
import boxoffice.concert.store.ScheduleSetups;
import boxoffice.concert.store.SeatBlocks;
import boxoffice.kernel.Money;
import boxoffice.kernel.ScheduleId;
import boxoffice.web.Answers;
import boxoffice.web.ApiProblem;
import boxoffice.web.Staff;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.ArraySchema;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;

/** Seats whose price changes, or that are kept back no more. */
@RestController
class SeatChangesController {

    private static final String INVALID = "change-invalid";

    private final SeatBlocks seats;
    private final ScheduleSetups schedules;
    private final BackOffice office;

    SeatChangesController(SeatBlocks seats, ScheduleSetups schedules, BackOffice office) {
        this.seats = seats;
        this.schedules = schedules;
        this.office = office;
    }

    /**
     * Either seats or a grade; either a price or, for seats, {@code unblock}.
     *
     * @param price in the currency of the date
     */
    record SeatChangeRequest(
            @ArraySchema(minItems = 1, maxItems = SeatBlock.SEATS_MAX, uniqueItems = true)
                    @Nullable List<@Nullable String> seats,
            @Nullable String grade,
            @Nullable Money price,
            @Nullable Boolean unblock) {}

    /**
     * @param seatsChanged how many
     */
    record SeatsChangedView(int seatsChanged) {}

    /** All of them or none: prices of seats that nobody has, and seats that are kept back. */
    @Answers(
            value = {
                "400 change-invalid grade-unknown",
                "404 schedule-not-found",
                "409 seats-in-the-way busy Retry-After?"
            },
            example =
"""
{"grade": "S", "price": {"amount": 60000, "currency": "KRW"}}
""")
    @PatchMapping("/api/schedules/{id}/seats")
    SeatsChangedView change(
            Staff staff,
            @Parameter(example = "han-river-nights-1") @PathVariable String id,
            @RequestBody SeatChangeRequest request) {
        var scheduleId =
                PathIds.read(ScheduleId::new, id)
                        .flatMap(known -> schedules.find(known, BackOffice.whose(staff)))
                        .orElseThrow(ScheduleSetupController::unknown)
                        .scheduleId();
        var flaws = new Flaws();
        var unblock = Boolean.TRUE.equals(request.unblock());
        if (unblock == (request.price() != null)) {
            flaws.add("price", "change-missing", "Send a price, or \"unblock\": true.");
        }
        if ((request.grade() == null) == (request.seats() == null)) {
            flaws.add("seats", "seats-missing", "Name seats, or a grade.");
        }
        if (unblock && request.grade() != null) {
            flaws.add("grade", "seats-missing", "Name the seats to unblock.");
        }
        BackOffice.refuse(INVALID, flaws);
        return new SeatsChangedView(
                office.unlessBusy(() ->
                        unblock
                                ? unblock(scheduleId, request)
                                : price(scheduleId, request, request.price())));
    }

    private int unblock(ScheduleId scheduleId, SeatChangeRequest request) {
        return SeatBlocksController.allDone(seats.unblock(scheduleId, named(request)));
    }

    private int price(ScheduleId scheduleId, SeatChangeRequest request, @Nullable Money price) {
        var flaws = new Flaws();
        PriceRules.check(flaws, "price", price);
        if (price == null || !flaws.isEmpty()) {
            throw BackOffice.flawed(INVALID, flaws);
        }
        var currency = seats.currency(scheduleId);
        if (currency.isPresent() && !currency.get().equals(price.currency())) {
            flaws.add(
                    "price", "currency-mismatch", "The date is priced in " + currency.get() + ".");
            throw BackOffice.flawed(INVALID, flaws);
        }
        var grade = request.grade();
        return SeatBlocksController.allDone(
                grade == null
                        ? seats.price(scheduleId, named(request), price)
                        : seats.price(scheduleId, grade, price)
                                .orElseThrow(SeatChangesController::noSuchGrade));
    }

    private static SeatNos named(SeatChangeRequest request) {
        var flaws = new Flaws();
        var seats = SentSeats.read(flaws, "seats", request.seats());
        BackOffice.refuse(INVALID, flaws);
        return SeatNos.of(seats);
    }

    private static ApiProblem noSuchGrade() {
        return new ApiProblem(
                HttpStatus.BAD_REQUEST, "grade-unknown", "No seat of this date is in the grade.");
    }
}
