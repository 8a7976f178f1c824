package boxoffice.concert.domain;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A place of a map on its way in.
 *
 * @param line where it was sent
 * @param nearness as it was sent; null where nobody said
 */
record DraftedPlace(int line, MapPlace place, @Nullable Integer nearness) {

    void checkCompanion(Map<String, DraftedPlace> all, Flaws flaws) {
        var of = place.companionOf();
        if (of == null) {
            return;
        }
        var wheelchair = all.get(of);
        if (wheelchair == null || wheelchair.place.kind() != SeatKind.WHEELCHAIR) {
            flaws.add(
                    line,
                    "companionOf",
                    "companion-invalid",
                    of + " is no wheelchair place of this map.");
        }
    }

    /** Where nobody said how near a place is, it is as near as the drawing has it. */
    MapPlace placed(int stageX, int stageY) {
        var near =
                nearness != null
                        ? nearness
                        : (int) Math.round(Math.hypot(place.x() - stageX, place.y() - stageY));
        return new MapPlace(
                place.seatNo(),
                place.section(),
                place.rowNo(),
                place.rowName(),
                place.number(),
                place.kind(),
                place.companionOf(),
                place.aisleAfter(),
                place.x(),
                place.y(),
                near);
    }
}
