package boxoffice.concert.web;

import boxoffice.concert.domain.GivenIds;
import boxoffice.concert.domain.MapDraft;
import boxoffice.concert.domain.VenueDraft;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A house with its map as it is sent, for the document alone, as {@link SeatMapRequest} is.
 *
 * @param venueId of one's own choice; left out, one is made
 */
record VenueRequest(
        @Schema(pattern = "^" + GivenIds.FORM + "$") @Nullable String venueId,
        @Schema(
                        requiredMode = RequiredMode.REQUIRED,
                        minLength = 1,
                        maxLength = VenueDraft.NAME_LENGTH_MAX)
                @Nullable String name,
        @Schema(maxLength = VenueDraft.NAME_LENGTH_MAX) @Nullable String nameEn,
        @Schema(
                        requiredMode = RequiredMode.REQUIRED,
                        minLength = 1,
                        maxLength = VenueDraft.CITY_LENGTH_MAX)
                @Nullable String city,
        @Schema(
                        requiredMode = RequiredMode.REQUIRED,
                        maxLength = VenueDraft.ZONE_LENGTH_MAX,
                        description = "IANA, such as Asia/Seoul.")
                @Nullable String timeZone,
        SeatMapRequest.@Nullable StageRequest stage,
        @ArraySchema(
                        minItems = 1,
                        maxItems = MapDraft.SECTIONS_MAX,
                        arraySchema = @Schema(requiredMode = RequiredMode.REQUIRED))
                @Nullable List<SeatMapRequest.@Nullable SectionRequest> sections) {
    /** One that works with the sample data. */
    static final String EXAMPLE =
"""
{
  "venueId": "han-river-stage",
  "name": "한강 무대",
  "nameEn": "Han River Stage",
  "city": "서울",
  "timeZone": "Asia/Seoul",
  "stage": {"x": 20, "y": 0},
  "sections": [
    {"section": "A", "rows": [{"row": "1", "seats": [
      {"number": 1, "x": 10, "y": 10},
      {"number": 2, "x": 20, "y": 10},
      {"number": 3, "x": 30, "y": 10},
      {"number": 4, "x": 40, "y": 10}
    ]}]},
    {"section": "ST", "name": "Standing", "capacity": 20, "x": 20, "y": 30}
  ]
}
""";
}
