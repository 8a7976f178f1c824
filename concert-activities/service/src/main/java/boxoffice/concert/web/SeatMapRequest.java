package boxoffice.concert.web;

import boxoffice.concert.domain.MapDraft;
import boxoffice.concert.domain.SeatKind;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A seat map as it is sent, for the document alone: it is read seat by seat ({@link JsonMaps}), and
 * is never an object in memory.
 */
record SeatMapRequest(
        @Nullable StageRequest stage,
        @ArraySchema(
                        minItems = 1,
                        maxItems = MapDraft.SECTIONS_MAX,
                        arraySchema = @Schema(requiredMode = RequiredMode.REQUIRED))
                @Nullable List<@Nullable SectionRequest> sections) {
    /** One that works with the sample data. */
    static final String EXAMPLE =
"""
{
  "stage": {"x": 20, "y": 0},
  "sections": [
    {"section": "A", "rows": [{"row": "1", "seats": [
      {"number": 1, "x": 10, "y": 10},
      {"number": 2, "x": 20, "y": 10, "aisleAfter": true},
      {"number": 3, "x": 40, "y": 10},
      {"number": 4, "x": 50, "y": 10}
    ]}]}
  ]
}
""";

    /** Where the stage is on the drawing. */
    record StageRequest(
            @Schema(requiredMode = RequiredMode.REQUIRED) @Nullable Integer x,
            @Schema(requiredMode = RequiredMode.REQUIRED) @Nullable Integer y) {}

    /**
     * Rows with seats; or a standing area, which has a capacity and coordinates of its own.
     *
     * @param section letters and digits
     */
    record SectionRequest(
            @Schema(requiredMode = RequiredMode.REQUIRED, minLength = 1, maxLength = 12)
                    @Nullable String section,
            @Schema(maxLength = 100) @Nullable String name,
            @Schema(minimum = "1", maximum = "" + MapDraft.CAPACITY_MAX) @Nullable Integer capacity,
            @Nullable Integer x,
            @Nullable Integer y,
            @Schema(minimum = "0") @Nullable Integer nearness,
            @Nullable List<@Nullable RowRequest> rows) {}

    /**
     * @param row letters and digits
     */
    record RowRequest(
            @Schema(requiredMode = RequiredMode.REQUIRED, minLength = 1, maxLength = 8)
                    @Nullable String row,
            @Nullable List<@Nullable SeatRequest> seats) {}

    /**
     * @param companionOf the wheelchair place beside it, of a companion's seat
     * @param aisleAfter whether the next number is across an aisle
     * @param nearness the smaller, the better; left out, the distance from the stage
     */
    record SeatRequest(
            @Schema(requiredMode = RequiredMode.REQUIRED, minimum = "1", maximum = "9999")
                    @Nullable Integer number,
            @Nullable SeatKind kind,
            @Nullable String companionOf,
            @Nullable Boolean aisleAfter,
            @Schema(requiredMode = RequiredMode.REQUIRED) @Nullable Integer x,
            @Schema(requiredMode = RequiredMode.REQUIRED) @Nullable Integer y,
            @Schema(minimum = "0") @Nullable Integer nearness) {}
}
