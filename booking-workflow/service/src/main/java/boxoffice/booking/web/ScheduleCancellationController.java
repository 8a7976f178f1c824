package boxoffice.booking.web;

import boxoffice.kernel.BuyerId;
import boxoffice.kernel.ScheduleId;
import boxoffice.web.Answers;
import boxoffice.web.IdempotencyKey;
import boxoffice.web.Staff;

import io.swagger.v3.oas.annotations.Parameter;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.net.URI;

/** A date that its promoter, or an operator, cancels. */
@RestController
@RequestMapping("/api/schedules/{id}/cancellation")
@Answers({"429 too-many-requests Retry-After", "503 temporarily-unavailable Retry-After"})
class ScheduleCancellationController {

    private final ScheduleCancellations cancellations;
    private final BuyerLimit limit;

    ScheduleCancellationController(ScheduleCancellations cancellations, BuyerLimit limit) {
        this.cancellations = cancellations;
        this.limit = limit;
    }

    /** Answers when the sale is stopped; the bookings are given back after that. */
    @Answers(
            value = {"202 Location", "400 invalid-reason", "404 schedule-not-found"},
            example = "{\"reason\": \"the singer is ill\"}")
    @PostMapping
    ResponseEntity<ScheduleCancellationView> begin(
            Staff staff,
            IdempotencyKey key,
            @Parameter(example = "han-river-nights-1") @PathVariable String id,
            @RequestBody(required = false) @Nullable ScheduleCancellationRequest request) {
        limit.admit(new BuyerId(staff.subject()));
        var reason = ScheduleCancellationRequest.checkedReason(request);
        var schedule = known(id);
        var progress =
                cancellations
                        .begin(staff, schedule, key, reason)
                        .map(ScheduleCancellationView::of)
                        .orElseGet(() ->
                                ScheduleCancellationView.stopping(
                                        schedule, staff.subject(), reason));
        return ResponseEntity.accepted().location(location(schedule)).body(progress);
    }

    @Answers("404 cancellation-not-found schedule-not-found")
    @GetMapping
    ScheduleCancellationView show(
            Staff staff, @Parameter(example = "han-river-nights-1") @PathVariable String id) {
        limit.admit(new BuyerId(staff.subject()));
        return ScheduleCancellationView.of(cancellations.show(staff, known(id)));
    }

    private static ScheduleId known(String id) {
        try {
            return new ScheduleId(id);
        } catch (IllegalArgumentException e) {
            throw ScheduleCancellations.noSuchSchedule();
        }
    }

    private static URI location(ScheduleId id) {
        return URI.create("/api/schedules/%s/cancellation".formatted(id));
    }
}
