package boxoffice.concert.store;

import boxoffice.concert.domain.Flaws;
import boxoffice.concert.domain.GradeRule;
import boxoffice.concert.domain.ScheduleDraft;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether a date can be made from a map as its draft says. */
@Component
class MapReads {

    private final JdbcClient jdbc;

    MapReads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All places of the map. */
    int seats(ScheduleDraft draft) {
        return sections(draft).values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Tells which sections and seats of the draft the map has not, and which have no grade. */
    void check(ScheduleDraft draft, Flaws flaws) {
        var ungraded = new HashMap<>(sections(draft));
        var sections = Set.copyOf(ungraded.keySet());
        var seats = named(draft);
        for (int i = 0; i < draft.grades().size(); i++) {
            var grade = draft.grades().get(i);
            tellUnknown(grade, "grades[" + i + "]", sections, seats.keySet(), flaws);
            grade.sections().forEach(ungraded::remove);
        }
        seats.values()
                .forEach(section -> ungraded.computeIfPresent(section, (_, left) -> left - 1));
        ungraded.forEach((section, left) -> {
            if (left > 0) {
                flaws.add(
                        "grades",
                        "seats-without-grade",
                        left + " seats of section " + section + " have no grade.");
            }
        });
    }

    private static void tellUnknown(
            GradeRule grade, String at, Set<String> sections, Set<String> seats, Flaws flaws) {
        for (var section : grade.sections()) {
            if (!sections.contains(section)) {
                flaws.add(
                        at + ".sections",
                        "section-unknown",
                        "The map has no section " + section + ".");
            }
        }
        for (var seatNo : grade.seatNos()) {
            if (!seats.contains(seatNo)) {
                flaws.add(at + ".seats", "seat-unknown", "The map has no seat " + seatNo + ".");
            }
        }
    }

    /** How many places each section of the map has. */
    private Map<String, Integer> sections(ScheduleDraft draft) {
        var sections = new HashMap<String, Integer>();
        jdbc.sql(
                        """
                        select section, count(*) as seats from map_seats
                        where venue_id = :venueId and version = :version
                        group by section
                        """)
                .param("venueId", draft.venueId())
                .param("version", draft.mapVersion())
                .query(row -> {
                    sections.put(row.getString("section"), row.getInt("seats"));
                });
        return sections;
    }

    /** The places that grades name, as far as the map has them, with their sections. */
    private Map<String, String> named(ScheduleDraft draft) {
        var names = new HashSet<String>();
        draft.grades().forEach(grade -> names.addAll(grade.seatNos()));
        var seats = new HashMap<String, String>();
        if (!names.isEmpty()) {
            jdbc.sql(
                            """
                            select seat_no, section from map_seats
                            where venue_id = :venueId and version = :version
                              and seat_no in (:names)
                            """)
                    .param("venueId", draft.venueId())
                    .param("version", draft.mapVersion())
                    .param("names", List.copyOf(names))
                    .query(row -> {
                        seats.put(row.getString("seat_no"), row.getString("section"));
                    });
        }
        return seats;
    }
}
