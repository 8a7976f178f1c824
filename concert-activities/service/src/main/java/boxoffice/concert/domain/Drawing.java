package boxoffice.concert.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the seats of a house are, in the order of the house: section, row, number. Coordinates are
 * whole units of the drawing, x to the right, y away from the top.
 *
 * @param stage null where nobody has drawn the house
 */
public record Drawing(@Nullable Point stage, List<Section> sections) {

    public Drawing {
        sections = List.copyOf(sections);
    }

    public record Point(int x, int y) {}

    /**
     * @param standing whether its places are nothing to sit on
     */
    public record Section(String section, String name, boolean standing, List<Row> rows) {

        public Section {
            rows = List.copyOf(rows);
        }
    }

    public record Row(String name, List<Place> places) {

        public Row {
            places = List.copyOf(places);
        }
    }

    /**
     * @param companionOf the wheelchair place that it is beside; null for every other kind
     * @param aisleAfter whether the next number of the row is across an aisle
     * @param point null where nobody has drawn the house
     */
    public record Place(
            String seatNo,
            int number,
            SeatKind kind,
            @Nullable String companionOf,
            boolean aisleAfter,
            @Nullable Point point) {}

    public int seats() {
        return sections.stream()
                .flatMap(section -> section.rows().stream())
                .mapToInt(row -> row.places().size())
                .sum();
    }
}
