package boxoffice.concert.domain;

import boxoffice.kernel.Money;
import boxoffice.kernel.ScheduleId;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A date as a promoter wants it, before it is there.
 *
 * @param mapVersion the version of the venue's map whose seats are sold
 * @param presales the first to open first
 */
public record ScheduleDraft(
        ScheduleId scheduleId,
        String venueId,
        int mapVersion,
        ScheduleTerms rules,
        List<GradeRule> grades,
        List<PresaleRule> presales) {

    public ScheduleDraft {
        grades = List.copyOf(grades);
        presales = List.copyOf(presales);
    }

    /** Tells what is wrong, as far as it can be seen without the map. */
    public void check(Flaws flaws, Instant now) {
        rules.check(flaws, now);
        checkGrades(flaws);
        checkPresales(flaws, now);
    }

    private void checkGrades(Flaws flaws) {
        if (grades.isEmpty() || grades.size() > GradeRule.GRADES_MAX) {
            flaws.add("grades", "grades-missing", "Give 1 to 50 grades with their prices.");
        }
        var names = new HashSet<String>();
        var sections = new HashSet<String>();
        var seatNos = new HashSet<String>();
        for (int i = 0; i < grades.size(); i++) {
            var grade = grades.get(i);
            var at = "grades[" + i + "]";
            if (!names.add(grade.grade())) {
                flaws.add(at + ".grade", "grade-duplicate", "A grade comes once.");
            }
            if (grade.sections().isEmpty() && grade.seatNos().isEmpty()) {
                flaws.add(at, "grade-empty", "Name the sections or the seats of the grade.");
            }
            for (var section : grade.sections()) {
                if (!sections.add(section)) {
                    flaws.add(
                            at + ".sections",
                            "section-graded-twice",
                            "Section " + section + " has a grade already; name single seats.");
                }
            }
            for (var seatNo : grade.seatNos()) {
                if (!seatNos.add(seatNo)) {
                    flaws.add(
                            at + ".seats",
                            "seat-graded-twice",
                            "Seat " + seatNo + " has a grade already.");
                }
            }
        }
        if (seatNos.size() > GradeRule.SEATS_MAX) {
            flaws.add(
                    "grades",
                    "seats-too-many",
                    "At most " + GradeRule.SEATS_MAX + " seats by name; grade whole sections.");
        }
        var currencies =
                grades.stream().map(GradeRule::price).map(Money::currency).distinct().count();
        if (currencies > 1) {
            flaws.add("grades", "currencies-mixed", "All prices of a date have one currency.");
        }
    }

    private void checkPresales(Flaws flaws, Instant now) {
        if (presales.size() > PresaleRule.PRESALES_MAX) {
            flaws.add("presales", "presales-too-many", "A date has 10 presales at most.");
            return;
        }
        var ids = presales.stream().map(PresaleRule::presaleId).collect(Collectors.toSet());
        if (ids.size() < presales.size()) {
            flaws.add("presales", "presale-duplicate", "Two presales have the same presaleId.");
        }
        var hashes = new HashSet<String>();
        for (int i = 0; i < presales.size(); i++) {
            var presale = presales.get(i);
            var at = "presales[" + i + "]";
            if (!presale.opensAt().isBefore(presale.closesAt())) {
                flaws.add(
                        at + ".closesAt",
                        "presale-closes-before-it-opens",
                        "closesAt comes after opensAt.");
            }
            if (!presale.closesAt().isAfter(now)) {
                flaws.add(
                        at + ".closesAt", "time-past", "The presale is over. Give times to come.");
            }
            if (presale.closesAt().isAfter(rules.saleOpensAt())) {
                flaws.add(
                        at + ".closesAt",
                        "presale-after-the-sale",
                        "A presale is over when the general sale opens, or before.");
            }
            for (var other : presales.subList(0, i)) {
                if (presale.overlaps(other)) {
                    flaws.add(at, "presales-overlap", "It overlaps " + other.presaleId() + ".");
                }
            }
            if (!presale.codeHashes().stream().allMatch(hashes::add)) {
                flaws.add(
                        at + ".codes",
                        "code-duplicate",
                        "One of the codes opens another presale already.");
            }
        }
    }
}
