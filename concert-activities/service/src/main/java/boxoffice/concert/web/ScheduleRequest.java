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
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A date as a promoter sends it. Times are instants, or the clock on the venue's wall.
 *
 * @param scheduleId of one's own choice; left out, one is made
 * @param mapVersion left out, the venue's newest
 */
record ScheduleRequest(
        @Nullable String scheduleId,
        @Nullable String venueId,
        @Nullable Integer mapVersion,
        @Nullable String startsAt,
        @Nullable String saleOpensAt,
        @Nullable String saleClosesAt,
        @Nullable Integer holdSeconds,
        @Nullable FeePolicyName feePolicy,
        @Nullable Integer buyerSeatsMax,
        @Nullable Boolean waitingRoom,
        @Nullable Boolean orphanRule,
        @Nullable List<@Nullable GradeRequest> grades,
        @Nullable List<@Nullable PresaleRequest> presales) {

    private static final int CODE_SEATS_DEFAULT = 4;

    record GradeRequest(
            @Nullable String grade,
            @Nullable Money price,
            @Nullable List<@Nullable String> sections,
            @Nullable List<@Nullable String> seats) {}

    record PresaleRequest(
            @Nullable String presaleId,
            @Nullable String name,
            @Nullable String opensAt,
            @Nullable String closesAt,
            @Nullable Integer quota,
            @Nullable Integer codeSeatsMax,
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
