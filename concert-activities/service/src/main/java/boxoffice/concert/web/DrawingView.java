package boxoffice.concert.web;

import boxoffice.concert.domain.Drawing;
import boxoffice.concert.domain.SeatKind;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A house to draw: sections, their rows, the seats in them, in the order in which the states of a
 * date's seats come. Coordinates are whole units of the drawing, x to the right and y away from the
 * top.
 *
 * @param venueId left out, like the version, the stage and all coordinates, where nobody has drawn
 *     the house
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DrawingView(
        @Nullable String venueId,
        @Nullable Integer version,
        @Nullable PointView stage,
        int seats,
        List<SectionView> sections) {

    record PointView(int x, int y) {

        private static @Nullable PointView of(Drawing.@Nullable Point point) {
            return point == null ? null : new PointView(point.x(), point.y());
        }
    }

    record SectionView(String section, String name, boolean standing, List<RowView> rows) {

        private static SectionView of(Drawing.Section section) {
            return new SectionView(
                    section.section(),
                    section.name(),
                    section.standing(),
                    section.rows().stream().map(RowView::of).toList());
        }
    }

    record RowView(String row, List<PlaceView> seats) {

        private static RowView of(Drawing.Row row) {
            return new RowView(row.name(), row.places().stream().map(PlaceView::of).toList());
        }
    }

    /**
     * What most seats are is left out, for a house has thousands of them.
     *
     * @param number in the row
     * @param kind left out where it is SEAT
     * @param companionOf the wheelchair place beside it, of a companion's seat
     * @param aisleAfter true where the next number is across an aisle; else left out
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PlaceView(
            String seatNo,
            int number,
            @Nullable Integer x,
            @Nullable Integer y,
            @Nullable SeatKind kind,
            @Nullable String companionOf,
            @Nullable Boolean aisleAfter) {

        private static PlaceView of(Drawing.Place place) {
            var point = place.point();
            return new PlaceView(
                    place.seatNo(),
                    place.number(),
                    point == null ? null : point.x(),
                    point == null ? null : point.y(),
                    place.kind() == SeatKind.SEAT ? null : place.kind(),
                    place.companionOf(),
                    place.aisleAfter() ? true : null);
        }
    }

    static DrawingView of(String venueId, int version, Drawing drawing) {
        return of(venueId, Integer.valueOf(version), drawing);
    }

    static DrawingView of(Drawing drawing) {
        return of(null, null, drawing);
    }

    private static DrawingView of(
            @Nullable String venueId, @Nullable Integer version, Drawing drawing) {
        return new DrawingView(
                venueId,
                version,
                PointView.of(drawing.stage()),
                drawing.seats(),
                drawing.sections().stream().map(SectionView::of).toList());
    }
}
