package boxoffice.concert.web;

import boxoffice.concert.domain.Flaws;
import boxoffice.concert.domain.ScheduleSetup;
import boxoffice.concert.domain.SeatBlock;
import boxoffice.concert.domain.SeatNos;
import boxoffice.concert.domain.SeatsChanged;
import boxoffice.concert.domain.VenueTimes;
import boxoffice.concert.store.BlockReads;
import boxoffice.concert.store.ScheduleSetups;
import boxoffice.concert.store.SeatBlocks;
import boxoffice.kernel.ScheduleId;
import boxoffice.web.Answers;
import boxoffice.web.ApiProblem;
import boxoffice.web.IdempotencyKey;
import boxoffice.web.Staff;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Seats that a promoter keeps back: a sound desk, sponsors, the house's own. */
@RestController
@RequestMapping("/api/schedules/{id}/blocks")
class SeatBlocksController {

    private final SeatBlocks blocks;
    private final BlockReads reads;
    private final ScheduleSetups schedules;
    private final BackOffice office;
    private final Clock clock;

    SeatBlocksController(
            SeatBlocks blocks,
            BlockReads reads,
            ScheduleSetups schedules,
            BackOffice office,
            Clock clock) {
        this.blocks = blocks;
        this.reads = reads;
        this.schedules = schedules;
        this.office = office;
        this.clock = clock;
    }

    /**
     * @param reason one line, for those who read it later
     * @param releaseAt when they go to the sale by themselves, an instant or on the venue's clock;
     *     left out, never
     */
    record SeatBlockRequest(
            @ArraySchema(
                            minItems = 1,
                            maxItems = SeatBlock.SEATS_MAX,
                            uniqueItems = true,
                            arraySchema = @Schema(requiredMode = RequiredMode.REQUIRED))
                    @Nullable List<@Nullable String> seats,
            @Schema(
                            requiredMode = RequiredMode.REQUIRED,
                            minLength = 1,
                            maxLength = SeatBlock.REASON_LENGTH_MAX)
                    @Nullable String reason,
            @Schema(description = ScheduleRequest.TIME, example = "2026-12-20T10:00")
                    @Nullable String releaseAt) {}

    record BlockMoveRequest(
            @ArraySchema(
                            minItems = 1,
                            maxItems = SeatBlock.SEATS_MAX,
                            uniqueItems = true,
                            arraySchema = @Schema(requiredMode = RequiredMode.REQUIRED))
                    @Nullable List<@Nullable String> from,
            @ArraySchema(
                            minItems = 1,
                            maxItems = SeatBlock.SEATS_MAX,
                            uniqueItems = true,
                            arraySchema = @Schema(requiredMode = RequiredMode.REQUIRED))
                    @Nullable List<@Nullable String> to) {}

    /**
     * @param seats those that are kept back now
     */
    record SeatBlockView(
            UUID blockId,
            String reason,
            @Nullable Instant releaseAt,
            String createdBy,
            Instant createdAt,
            List<String> seats) {

        private static SeatBlockView of(SeatBlock block) {
            return new SeatBlockView(
                    block.blockId(),
                    block.reason(),
                    block.releaseAt(),
                    block.createdBy(),
                    block.createdAt(),
                    block.seatNos());
        }
    }

    record SeatBlocksView(List<SeatBlockView> blocks) {}

    /** Those not released, the oldest first. */
    @Answers("404 schedule-not-found")
    @GetMapping
    SeatBlocksView all(
            Staff staff, @Parameter(example = "han-river-nights-1") @PathVariable String id) {
        return new SeatBlocksView(
                reads.of(mine(staff, id).scheduleId()).stream().map(SeatBlockView::of).toList());
    }

    /** Keeps back seats that are free, all or none. */
    @Answers(
            value = {
                "201 Location",
                "400 block-invalid",
                "404 schedule-not-found",
                "409 seats-in-the-way busy request-in-flight Retry-After?"
            },
            body = SeatBlockView.class,
            example =
"""
{"seats": ["A-1-1", "A-1-2"], "reason": "sound desk"}
""")
    @PostMapping
    ResponseEntity<byte[]> block(
            Staff staff,
            IdempotencyKey key,
            @Parameter(example = "han-river-nights-1") @PathVariable String id,
            @RequestBody SeatBlockRequest request) {
        var schedule = mine(staff, id);
        var block = read(schedule, staff, request);
        return office.once(
                staff,
                key,
                "POST /api/schedules/" + id + "/blocks",
                request,
                () -> {
                    allDone(blocks.block(schedule.scheduleId(), block));
                    return ResponseEntity.created(URI.create("/api/schedules/" + id + "/blocks"))
                            .body(SeatBlockView.of(block));
                });
    }

    private SeatBlock read(ScheduleSetup schedule, Staff staff, SeatBlockRequest request) {
        var flaws = new Flaws();
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var seats = SentSeats.read(flaws, "seats", request.seats());
        var reason = flaws.line("reason", request.reason(), SeatBlock.REASON_LENGTH_MAX);
        var releaseAt =
                new VenueTimes(schedule.zone(), now, flaws)
                        .readOptional("releaseAt", request.releaseAt());
        if (releaseAt != null && !releaseAt.isAfter(now)) {
            flaws.add("releaseAt", "time-past", "releaseAt has passed. Give a time to come.");
        }
        BackOffice.refuse("block-invalid", flaws);
        return new SeatBlock(UUID.randomUUID(), reason, releaseAt, staff.subject(), now, seats);
    }

    /** Gives the block's seats to the sale; those given away stay with whom they were given to. */
    @Answers({"204", "404 schedule-not-found block-not-found", "409 busy Retry-After"})
    @DeleteMapping("/{blockId}")
    ResponseEntity<Void> release(
            Staff staff,
            @Parameter(example = "han-river-nights-1") @PathVariable String id,
            @Parameter(example = "5b0f7c6c-4c1a-4d0e-8a6f-0c9b1d3e5f0e") @PathVariable
                    String blockId) {
        var scheduleId = mine(staff, id).scheduleId();
        var block = known(blockId);
        if (!office.unlessBusy(() -> blocks.release(scheduleId, block))) {
            throw unknownBlock();
        }
        return ResponseEntity.noContent().build();
    }

    /** Keeps back other seats, as many as before: both or neither. */
    @Answers(
            value = {
                "400 move-invalid",
                "404 schedule-not-found block-not-found",
                "409 seats-in-the-way busy request-in-flight Retry-After?"
            },
            body = SeatBlockView.class,
            example =
"""
{"from": ["A-1-2"], "to": ["A-1-3"]}
""")
    @PostMapping("/{blockId}/move")
    ResponseEntity<byte[]> move(
            Staff staff,
            IdempotencyKey key,
            @Parameter(example = "han-river-nights-1") @PathVariable String id,
            @Parameter(example = "5b0f7c6c-4c1a-4d0e-8a6f-0c9b1d3e5f0e") @PathVariable
                    String blockId,
            @RequestBody BlockMoveRequest request) {
        var scheduleId = mine(staff, id).scheduleId();
        var block = known(blockId);
        var flaws = new Flaws();
        var from = SentSeats.read(flaws, "from", request.from());
        var to = SentSeats.read(flaws, "to", request.to());
        if (flaws.isEmpty() && from.size() != to.size()) {
            flaws.add("to", "seats-uneven", "As many seats come as go.");
        }
        if (to.stream().anyMatch(from::contains)) {
            flaws.add("to", "seat-twice", "A seat stands in from and in to.");
        }
        BackOffice.refuse("move-invalid", flaws);
        return office.once(
                staff,
                key,
                "POST /api/schedules/" + id + "/blocks/" + blockId + "/move",
                request,
                () -> {
                    allDone(
                            blocks.move(scheduleId, block, SeatNos.of(from), SeatNos.of(to))
                                    .orElseThrow(SeatBlocksController::unknownBlock));
                    return ResponseEntity.ok(view(scheduleId, block));
                });
    }

    private SeatBlockView view(ScheduleId scheduleId, UUID blockId) {
        return reads.of(scheduleId).stream()
                .filter(block -> block.blockId().equals(blockId))
                .map(SeatBlockView::of)
                .findFirst()
                .orElseThrow(SeatBlocksController::unknownBlock);
    }

    /**
     * @throws ApiProblem 409 where a seat stood in the way
     */
    static int allDone(SeatsChanged changed) {
        return switch (changed) {
            case SeatsChanged.Done(var seats) -> seats;
            case SeatsChanged.Refused refused -> throw BackOffice.inTheWay(refused);
        };
    }

    private static UUID known(String blockId) {
        return PathIds.read(UUID::fromString, blockId)
                .orElseThrow(SeatBlocksController::unknownBlock);
    }

    private static ApiProblem unknownBlock() {
        return new ApiProblem(
                HttpStatus.NOT_FOUND,
                "block-not-found",
                "This date has no such block, or it was released. See its blocks.");
    }

    private ScheduleSetup mine(Staff staff, String id) {
        return PathIds.read(ScheduleId::new, id)
                .flatMap(known -> schedules.find(known, BackOffice.whose(staff)))
                .orElseThrow(ScheduleSetupController::unknown);
    }
}
