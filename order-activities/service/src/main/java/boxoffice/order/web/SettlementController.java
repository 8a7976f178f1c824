package boxoffice.order.web;

import boxoffice.kernel.PromoterId;
import boxoffice.order.domain.Settlement;
import boxoffice.order.store.Settlements;
import boxoffice.web.Answers;
import boxoffice.web.ApiProblem;
import boxoffice.web.Staff;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvWriteFeature;

/**
 * The daily settlement: a promoter's own, and everybody's to an operator, who may name one
 * promoter. Days are those of one zone for all venues, as accounts have them.
 */
@RestController
@RequestMapping("/api/settlements")
class SettlementController {

    private static final String CSV = "text/csv;charset=UTF-8";

    /** Quotes what must be quoted, and not what merely is long. */
    private static final CsvMapper CSV_MAPPER =
            CsvMapper.builder().enable(CsvWriteFeature.STRICT_CHECK_FOR_QUOTING).build();

    private final Settlements settlements;
    private final Clock clock;
    private final ZoneId zone;

    SettlementController(
            Settlements settlements,
            Clock clock,
            @Value("${boxoffice.order.settlement-zone:Asia/Seoul}") ZoneId zone) {
        this.settlements = settlements;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * As JSON, with totals.
     *
     * @param date ISO, such as 2026-12-24; else 400 date-invalid, as is one that is still to come
     * @param promoter for an operator: whose; everybody's where it is left out
     */
    @Answers("400 date-invalid promoter-invalid")
    @GetMapping(path = "/{date}", produces = MediaType.APPLICATION_JSON_VALUE)
    SettlementView json(
            Staff staff,
            @Parameter(example = "2026-11-01") @PathVariable String date,
            @RequestParam(required = false) @Nullable String promoter) {
        var day = known(date);
        return SettlementView.of(day, zone, isOver(day), of(day, staff, promoter));
    }

    /** The same as RFC 4180 CSV, a line for each schedule, amounts in minor units. */
    @Answers({"200 Content-Disposition?", "400 date-invalid promoter-invalid"})
    @GetMapping(path = "/{date}", produces = CSV)
    ResponseEntity<String> csv(
            Staff staff,
            @Parameter(example = "2026-11-01") @PathVariable String date,
            @RequestParam(required = false) @Nullable String promoter) {
        var day = known(date);
        var lines = SettlementView.CsvLine.of(day, of(day, staff, promoter));
        var schema = CSV_MAPPER.schemaFor(SettlementView.CsvLine.class).withHeader();
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"settlement-" + day + ".csv\"")
                .body(CSV_MAPPER.writer(schema).writeValueAsString(lines));
    }

    private List<Settlement> of(LocalDate day, Staff staff, @Nullable String promoter) {
        return settlements.between(
                day.atStartOfDay(zone).toInstant(),
                day.plusDays(1).atStartOfDay(zone).toInstant(),
                whose(staff, promoter));
    }

    private static @Nullable PromoterId whose(Staff staff, @Nullable String promoter) {
        if (!staff.isOperator()) {
            return staff.promoterId();
        }
        try {
            return promoter == null ? null : new PromoterId(promoter);
        } catch (IllegalArgumentException e) {
            throw new ApiProblem(
                    HttpStatus.BAD_REQUEST, "promoter-invalid", "No promoter is called so.");
        }
    }

    private LocalDate known(String date) {
        try {
            var day = LocalDate.parse(date);
            if (!day.isAfter(LocalDate.ofInstant(clock.instant(), zone))) {
                return day;
            }
        } catch (DateTimeException e) {
            // Told below, like a day that is still to come.
        }
        throw new ApiProblem(
                HttpStatus.BAD_REQUEST,
                "date-invalid",
                "Name a day of the past, or today, such as 2026-12-24.");
    }

    private boolean isOver(LocalDate day) {
        return !clock.instant().isBefore(day.plusDays(1).atStartOfDay(zone).toInstant());
    }
}
