package boxoffice.concert.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A seat map on its way in: takes line after line, tells all that is wrong with them, and becomes a
 * map only where nothing is. Past {@link #SEATS_MAX} it takes no more, so that what is sent cannot
 * fill the memory.
 */
public final class MapDraft {

    /** Places of one map at most. */
    public static final int SEATS_MAX = 100_000;

    /** Places of one standing area at most; their numbers fit the column. */
    public static final int CAPACITY_MAX = 30_000;

    public static final int SECTIONS_MAX = 500;
    private static final int ROWS_MAX = 1_000;
    private static final int NUMBER_MAX = 9_999;
    private static final int SEAT_NO_LENGTH_MAX = 20;
    private static final int SECTION_NAME_LENGTH_MAX = 100;

    /** No hyphen, so that no two seats come to the same number. */
    private static final Pattern SECTION = Pattern.compile("[\\p{L}\\p{N}]{1,12}");

    private static final Pattern ROW = Pattern.compile("[\\p{L}\\p{N}]{1,8}");

    private final Flaws flaws;
    private final Map<String, MapSection> sections = new LinkedHashMap<>();
    private final Map<String, Map<String, Integer>> rows = new HashMap<>();
    private final Map<String, DraftedPlace> places = new LinkedHashMap<>();
    private boolean full;

    public MapDraft(Flaws flaws) {
        this.flaws = flaws;
    }

    /** Whether it takes no more: reading on is of no use. */
    public boolean isFull() {
        return full;
    }

    /** Names a section before its seats come; one that nobody names is called as it is. */
    public void section(int line, @Nullable String section, @Nullable String name) {
        var known = normal(section);
        if (isSection(line, known)) {
            var text = name == null || name.isBlank() ? known : name.strip();
            if (text.length() > SECTION_NAME_LENGTH_MAX
                    || text.chars().anyMatch(Character::isISOControl)) {
                flaws.add(line, "name", "text-invalid", "A section's name has 100 characters.");
            } else if (sections.putIfAbsent(known, new MapSection(known, text, false)) != null) {
                flaws.add(
                        line, "section", "section-duplicate", "Section " + known + " came before.");
            }
        }
    }

    /** Takes one seat. */
    public void seat(MapLine seat) {
        if (full) {
            return;
        }
        var before = flaws.count();
        var line = seat.line();
        var section = normal(seat.section());
        var row = normal(seat.row());
        var number = seat.number() == null ? 0 : seat.number();
        isSection(line, section);
        if (!ROW.matcher(row).matches()) {
            flaws.add(line, "row", "row-invalid", "A row is 1 to 8 letters or digits.");
        }
        if (number < 1 || number > NUMBER_MAX) {
            flaws.add(line, "number", "number-out-of-range", "A seat's number is 1 to 9999.");
        }
        var kind = SeatKind.sent(flaws, line, seat.kind());
        var companionOf = seat.companionOf() == null ? null : normal(seat.companionOf());
        if ((kind == SeatKind.COMPANION) != (companionOf != null)) {
            flaws.add(
                    line,
                    "companionOf",
                    "companion-invalid",
                    "A COMPANION names the wheelchair place that it belongs to, and no other"
                            + " does.");
        }
        var x = flaws.coordinate(line, "x", seat.x());
        var y = flaws.coordinate(line, "y", seat.y());
        var seatNo = section + "-" + row + "-" + number;
        if (seatNo.length() > SEAT_NO_LENGTH_MAX) {
            flaws.add(line, "number", "seat-no-too-long", "section-row-number has 20 characters.");
        }
        if (flaws.count() == before) {
            var rowNo = rowNo(line, section, row);
            var standing = sections.get(section);
            if (standing == null) {
                sections.put(section, new MapSection(section, section, false));
            } else if (standing.standing()) {
                flaws.add(line, "section", "section-standing", "Nobody sits in a standing area.");
            }
            add(
                    line,
                    new MapPlace(
                            seatNo,
                            section,
                            rowNo,
                            row,
                            number,
                            kind,
                            companionOf,
                            seat.aisleAfter(),
                            x,
                            y,
                            0),
                    seat.nearness());
        }
    }

    /**
     * Takes a standing area, and makes a place of each that it has room for.
     *
     * @param area {@code row}, {@code number} and {@code companionOf} mean nothing here
     */
    public void standing(MapLine area, @Nullable String name, @Nullable Integer capacity) {
        if (full) {
            return;
        }
        var before = flaws.count();
        var line = area.line();
        section(line, area.section(), name);
        if (capacity == null || capacity < 1 || capacity > CAPACITY_MAX) {
            flaws.add(
                    line,
                    "capacity",
                    "number-out-of-range",
                    "A standing area has room for 1 to " + CAPACITY_MAX + ".");
        }
        var x = flaws.coordinate(line, "x", area.x());
        var y = flaws.coordinate(line, "y", area.y());
        if (flaws.count() > before || capacity == null) {
            return;
        }
        var section = normal(area.section());
        sections.computeIfPresent(
                section, (_, known) -> new MapSection(section, known.name(), true));
        for (int number = 1; number <= capacity && !full; number++) {
            add(
                    line,
                    new MapPlace(
                            section + "-" + number,
                            section,
                            1,
                            "",
                            number,
                            SeatKind.STANDING,
                            null,
                            false,
                            x,
                            y,
                            0),
                    area.nearness());
        }
    }

    /** The map, where there is no flaw. */
    public Optional<DrawnMap> drawn(int stageX, int stageY) {
        flaws.coordinate(null, "stage.x", stageX);
        flaws.coordinate(null, "stage.y", stageY);
        if (full) {
            return Optional.empty();
        }
        if (places.isEmpty() && flaws.isEmpty()) {
            flaws.add("sections", "map-empty", "A map has at least one seat.");
        }
        places.values().forEach(place -> place.checkCompanion(places, flaws));
        if (!flaws.isEmpty()) {
            return Optional.empty();
        }
        var drawn = new ArrayList<MapPlace>(places.size());
        for (var drafted : places.values()) {
            drawn.add(drafted.placed(stageX, stageY));
        }
        var inhabited = drawn.stream().map(MapPlace::section).collect(Collectors.toSet());
        return Optional.of(
                new DrawnMap(
                        stageX,
                        stageY,
                        sections.values().stream()
                                .filter(section -> inhabited.contains(section.section()))
                                .toList(),
                        List.copyOf(drawn)));
    }

    private boolean isSection(int line, String section) {
        if (!SECTION.matcher(section).matches()) {
            flaws.add(
                    line, "section", "section-invalid", "A section is 1 to 12 letters or digits.");
            return false;
        }
        if (!sections.containsKey(section) && sections.size() >= SECTIONS_MAX) {
            flaws.add(line, "section", "sections-too-many", "A map has 500 sections at most.");
            return false;
        }
        return true;
    }

    private int rowNo(int line, String section, String row) {
        var known = rows.computeIfAbsent(section, _ -> new HashMap<>());
        var rowNo = known.computeIfAbsent(row, _ -> known.size() + 1);
        if (rowNo > ROWS_MAX) {
            flaws.add(line, "row", "rows-too-many", "A section has 1000 rows at most.");
        }
        return rowNo;
    }

    /** Takes no more from here on, and tells so. */
    public void tooMany(int line) {
        full = true;
        flaws.add(
                line,
                "sections",
                "seats-too-many",
                "A map has " + SEATS_MAX + " seats at most. Make venues of parts of the house.");
    }

    private void add(int line, MapPlace place, @Nullable Integer nearness) {
        if (nearness != null && nearness < 0) {
            flaws.add(line, "nearness", "number-out-of-range", "nearness is 0 or more.");
        }
        if (places.size() >= SEATS_MAX) {
            tooMany(line);
            return;
        }
        var before = places.putIfAbsent(place.seatNo(), new DraftedPlace(line, place, nearness));
        if (before != null) {
            flaws.add(
                    line,
                    "number",
                    "seat-duplicate",
                    "Seat " + place.seatNo() + " stands on line " + before.line() + " already.");
        }
    }

    private static String normal(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
