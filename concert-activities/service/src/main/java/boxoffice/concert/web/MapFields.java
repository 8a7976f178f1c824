package boxoffice.concert.web;

import boxoffice.concert.domain.MapLine;
import org.jspecify.annotations.Nullable;

/** The fields of one seat, or of one standing area, in whatever form they came. */
interface MapFields {

    int line();

    @Nullable String text(String field);

    @Nullable Integer number(String field);

    boolean flag(String field);

    /**
     * @param section where it does not stand in the fields
     * @param row where it does not stand in the fields
     */
    default MapLine seat(@Nullable String section, @Nullable String row) {
        return new MapLine(
                line(),
                section == null ? text("section") : section,
                row == null ? text("row") : row,
                number("number"),
                text("kind"),
                text("companionOf"),
                flag("aisleAfter"),
                number("x"),
                number("y"),
                number("nearness"));
    }
}
