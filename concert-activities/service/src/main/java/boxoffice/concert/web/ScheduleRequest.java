package boxoffice.concert.web;

import boxoffice.concert.domain.Flaws;
import boxoffice.concert.domain.GivenIds;
import boxoffice.concert.domain.GradeRule;
import boxoffice.concert.domain.MapDraft;
import boxoffice.concert.domain.PresaleRule;
import boxoffice.concert.domain.PriceRules;
import boxoffice.concert.domain.ScheduleDraft;
import boxoffice.concert.domain.ScheduleTerms;
import boxoffice.concert.domain.Venue;
import boxoffice.concert.domain.VenueTimes;
import boxoffice.kernel.Money;
import boxoffice.kernel.PresaleCode;
import boxoffice.kernel.ScheduleId;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A date as a promoter sends it. Times are instants, or the clock on the venue's wall.
 *
 * @param scheduleId of one's own choice; left out, one is made
 * @param mapVersion left out, the venue's newest
 */
record ScheduleRequest(
        @Schema(pattern = "^" + GivenIds.FORM + "$") @Nullable String scheduleId,
        @Schema(requiredMode = RequiredMode.REQUIRED) @Nullable String venueId,
        @Schema(minimum = "1") @Nullable Integer mapVersion,
        @Schema(
                        requiredMode = RequiredMode.REQUIRED,
                        description = TIME,
                        example = "2026-12-24T19:30")
                @Nullable String startsAt,
        @Schema(
                        requiredMode = RequiredMode.REQUIRED,
                        description = TIME,
                        example = "2026-12-01T10:00")
                @Nullable String saleOpensAt,
        @Schema(
                        requiredMode = RequiredMode.REQUIRED,
                        description = TIME,
                        example = "2026-12-24T19:30")
                @Nullable String saleClosesAt,
        @Schema(
                        minimum = "" + ScheduleTerms.HOLD_SECONDS_MIN,
                        maximum = "" + ScheduleTerms.HOLD_SECONDS_MAX)
                @Nullable Integer holdSeconds,
        @Nullable FeePolicyName feePolicy,
        @Schema(minimum = "1", maximum = "" + ScheduleTerms.BUYER_SEATS_MAX)
                @Nullable Integer buyerSeatsMax,
        @Nullable Boolean waitingRoom,
        @Nullable Boolean orphanRule,
        @ArraySchema(
                        minItems = 1,
                        maxItems = GradeRule.GRADES_MAX,
                        arraySchema = @Schema(requiredMode = RequiredMode.REQUIRED))
                @Nullable List<@Nullable GradeRequest> grades,
        @ArraySchema(maxItems = PresaleRule.PRESALES_MAX)
                @Nullable List<@Nullable PresaleRequest> presales) {
    /** One that works with the sample data. */
    static final String EXAMPLE =
"""
{
  "scheduleId": "han-river-nights-1",
  "venueId": "han-river-stage",
  "mapVersion": 1,
  "startsAt": "2035-09-14T19:30",
  "saleOpensAt": "2035-06-01T10:00",
  "saleClosesAt": "2035-09-14T19:00",
  "holdSeconds": 300,
  "grades": [
    {"grade": "R", "price": {"amount": 88000, "currency": "KRW"}, "sections": ["A"]},
    {"grade": "S", "price": {"amount": 55000, "currency": "KRW"}, "sections": ["ST"]}
  ],
  "presales": [
    {
      "presaleId": "friends",
      "name": "Friends of the stage",
      "opensAt": "2035-05-20T10:00",
      "closesAt": "2035-05-31T10:00",
      "quota": 10,
      "codes": ["FRIENDS-7Q4K"]
    }
  ]
}
""";

    /** How a time is written, for those who send one. */
    static final String TIME =
            "An instant such as 2026-12-24T10:30:00Z, or the clock on the venue's wall such as"
                    + " 2026-12-24T19:30.";

    private static final int CODE_SEATS_DEFAULT = 4;

    record GradeRequest(
            @Schema(
                            requiredMode = RequiredMode.REQUIRED,
                            minLength = 1,
                            maxLength = GradeRule.GRADE_LENGTH_MAX)
                    @Nullable String grade,
            @Schema(requiredMode = RequiredMode.REQUIRED) @Nullable Money price,
            @Nullable List<@Nullable String> sections,
            @ArraySchema(maxItems = GradeRule.SEATS_MAX) @Nullable List<@Nullable String> seats) {}

    record PresaleRequest(
            @Schema(pattern = "^" + GivenIds.FORM + "$") @Nullable String presaleId,
            @Schema(
                            requiredMode = RequiredMode.REQUIRED,
                            minLength = 1,
                            maxLength = PresaleRule.NAME_LENGTH_MAX)
                    @Nullable String name,
            @Schema(
                            requiredMode = RequiredMode.REQUIRED,
                            description = TIME,
                            example = "2026-11-25T10:00")
                    @Nullable String opensAt,
            @Schema(
                            requiredMode = RequiredMode.REQUIRED,
                            description = TIME,
                            example = "2026-11-30T10:00")
                    @Nullable String closesAt,
            @Schema(
                            requiredMode = RequiredMode.REQUIRED,
                            minimum = "1",
                            maximum = "" + MapDraft.SEATS_MAX)
                    @Nullable Integer quota,
            @Schema(minimum = "1", maximum = "" + PresaleRule.CODE_SEATS_MAX)
                    @Nullable Integer codeSeatsMax,
            @ArraySchema(
                            minItems = 1,
                            maxItems = PresaleRule.CODES_MAX,
                            uniqueItems = true,
                            arraySchema = @Schema(requiredMode = RequiredMode.REQUIRED),
                            schema =
                                    @Schema(
                                            minLength = PresaleCode.LENGTH_MIN,
                                            maxLength = PresaleCode.LENGTH_MAX))
                    @Nullable List<@Nullable String> codes) {

        /** Without the codes, wherever it may be written. */
        @Override
        public String toString() {
            return "presale " + presaleId;
        }
    }

    ScheduleDraft draft(Venue venue, VenueTimes times, Flaws flaws) {
        var id = new ScheduleId(idOr(flaws));
        var rules =
                new ScheduleTerms(
                        times.read("startsAt", startsAt),
                        times.read("saleOpensAt", saleOpensAt),
                        times.read("saleClosesAt", saleClosesAt),
                        flaws.number(
                                "holdSeconds",
                                holdSeconds,
                                ScheduleTerms.HOLD_SECONDS_DEFAULT,
                                ScheduleTerms.HOLD_SECONDS_MIN,
                                ScheduleTerms.HOLD_SECONDS_MAX),
                        FeePolicyName.idOf(feePolicy, FeePolicyName.STANDARD),
                        FeePolicyName.versionOf(feePolicy, FeePolicyName.STANDARD),
                        flaws.optionalNumber(
                                "buyerSeatsMax", buyerSeatsMax, 1, ScheduleTerms.BUYER_SEATS_MAX),
                        waitingRoom != null && waitingRoom,
                        orphanRule == null || orphanRule);
        return new ScheduleDraft(
                id,
                venue.venueId(),
                flaws.number("mapVersion", mapVersion, venue.mapVersion(), 1, venue.mapVersion()),
                rules,
                gradeRules(flaws),
                presaleRules(id, times, flaws));
    }

    private String idOr(Flaws flaws) {
        var before = flaws.count();
        var id = GivenIds.read(flaws, "scheduleId", scheduleId, "s");
        return flaws.count() == before ? id : "none";
    }

    private List<GradeRule> gradeRules(Flaws flaws) {
        var rules = new ArrayList<GradeRule>();
        for (var sent : grades == null ? List.<@Nullable GradeRequest>of() : grades) {
            var at = "grades[" + rules.size() + "]";
            var grade = sent == null ? new GradeRequest(null, null, null, null) : sent;
            PriceRules.check(flaws, at + ".price", grade.price());
            rules.add(
                    new GradeRule(
                            flaws.line(at + ".grade", grade.grade(), GradeRule.GRADE_LENGTH_MAX),
                            grade.price() == null ? Money.won(0) : grade.price(),
                            BackOffice.texts(grade.sections()),
                            BackOffice.texts(grade.seats())));
        }
        return rules;
    }

    private List<PresaleRule> presaleRules(ScheduleId id, VenueTimes times, Flaws flaws) {
        var rules = new ArrayList<PresaleRule>();
        for (var sent : presales == null ? List.<@Nullable PresaleRequest>of() : presales) {
            var at = "presales[" + rules.size() + "]";
            var presale =
                    sent == null
                            ? new PresaleRequest(null, null, null, null, null, null, null)
                            : sent;
            var presaleId =
                    presale.presaleId() == null
                            ? "presale-" + (rules.size() + 1)
                            : GivenIds.read(flaws, at + ".presaleId", presale.presaleId(), "p");
            rules.add(
                    new PresaleRule(
                            presaleId,
                            flaws.line(at + ".name", presale.name(), PresaleRule.NAME_LENGTH_MAX),
                            times.read(at + ".opensAt", presale.opensAt()),
                            times.read(at + ".closesAt", presale.closesAt()),
                            flaws.number(at + ".quota", presale.quota(), 0, 1, MapDraft.SEATS_MAX),
                            flaws.number(
                                    at + ".codeSeatsMax",
                                    presale.codeSeatsMax(),
                                    CODE_SEATS_DEFAULT,
                                    1,
                                    PresaleRule.CODE_SEATS_MAX),
                            hashes(id, at + ".codes", BackOffice.texts(presale.codes()), flaws)));
        }
        return rules;
    }

    /** Of the codes only the hashes go on from here. */
    private static Set<String> hashes(ScheduleId id, String at, List<String> codes, Flaws flaws) {
        if (codes.isEmpty() || codes.size() > PresaleRule.CODES_MAX) {
            flaws.add(at, "codes-missing", "Give 1 to " + PresaleRule.CODES_MAX + " codes.");
            return Set.of();
        }
        var hashes = new HashSet<String>();
        for (int i = 0; i < codes.size(); i++) {
            try {
                if (!hashes.add(PresaleCode.hash(id, codes.get(i)))) {
                    flaws.add(at + "[" + i + "]", "code-duplicate", "The code came before.");
                }
            } catch (IllegalArgumentException e) {
                flaws.add(
                        at + "[" + i + "]",
                        "code-invalid",
                        "A code has 8 to 64 letters A to Z, digits or hyphens; long and random is"
                                + " good.");
            }
        }
        return hashes;
    }
}
