package boxoffice.concert.store;

import boxoffice.concert.domain.Drawing;
import boxoffice.concert.domain.Drawing.Place;
import boxoffice.concert.domain.Drawing.Point;
import boxoffice.concert.domain.Drawing.Row;
import boxoffice.concert.domain.Drawing.Section;
import boxoffice.concert.domain.SeatKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;

/**
 * Puts a house together from its seats, which come in its order: section, its name, whether it is a
 * standing one, row, the row's name, seat number, number in the row, kind, companion, aisle and,
 * where there is a stage, the coordinates.
 */
final class HouseInOrder implements RowCallbackHandler {

    private final @Nullable Point stage;
    private final List<Section> sections = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();
    private final List<Place> places = new ArrayList<>();
    private @Nullable String section;
    private String sectionName = "";
    private boolean standing;
    private int row;
    private String rowName = "";

    HouseInOrder(@Nullable Point stage) {
        this.stage = stage;
    }

    @Override
    public void processRow(ResultSet seat) throws SQLException {
        var itsSection = seat.getString(1);
        var itsRow = seat.getInt(4);
        if (!itsSection.equals(section)) {
            endSection();
        } else if (itsRow != row) {
            endRow();
        }
        section = itsSection;
        sectionName = seat.getString(2);
        standing = seat.getBoolean(3);
        row = itsRow;
        rowName = seat.getString(5);
        places.add(
                new Place(
                        seat.getString(6),
                        seat.getInt(7),
                        SeatKind.valueOf(seat.getString(8)),
                        seat.getString(9),
                        seat.getBoolean(10),
                        stage == null ? null : new Point(seat.getInt(11), seat.getInt(12))));
    }

    Drawing drawing() {
        endSection();
        return new Drawing(stage, sections);
    }

    private void endSection() {
        endRow();
        if (!rows.isEmpty()) {
            sections.add(new Section(Objects.requireNonNull(section), sectionName, standing, rows));
            rows.clear();
        }
    }

    private void endRow() {
        if (!places.isEmpty()) {
            rows.add(new Row(rowName, places));
            places.clear();
        }
    }
}
