package boxoffice.concert.store;

import boxoffice.concert.domain.DrawnMap;
import boxoffice.concert.domain.MapPlace;
import boxoffice.persistence.Timestamps;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes one version of a venue's map, which never changes from then on. */
@Component
class MapWrites {

    /** Rows of one statement: the driver makes one insert of them. */
    private static final int BATCH = 1_000;

    private final JdbcClient jdbc;
    private final JdbcOperations batches;

    MapWrites(JdbcClient jdbc, JdbcOperations batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    void insert(String venueId, int version, DrawnMap map, Instant now) {
        jdbc.sql(
                        """
                        insert into seat_maps (venue_id, version, stage_x, stage_y, created_at)
                        values (:venueId, :version, :stageX, :stageY, :now)
                        """)
                .param("venueId", venueId)
                .param("version", version)
                .param("stageX", map.stageX())
                .param("stageY", map.stageY())
                .param("now", Timestamps.column(now))
                .update();
        batches.batchUpdate(
                """
                insert into map_sections (venue_id, version, section, name, standing)
                values (?, ?, ?, ?, ?)
                """,
                map.sections(),
                BATCH,
                (row, section) -> {
                    row.setString(1, venueId);
                    row.setInt(2, version);
                    row.setString(3, section.section());
                    row.setString(4, section.name());
                    row.setBoolean(5, section.standing());
                });
        batches.batchUpdate(
                """
                insert into map_seats
                    (venue_id, version, seat_no, section, row_no, row_name, number_in_row, kind,
                     companion_of, aisle_after, x, y, nearness)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                map.places(),
                BATCH,
                (row, place) -> {
                    row.setString(1, venueId);
                    row.setInt(2, version);
                    set(row, place);
                });
    }

    private static void set(PreparedStatement row, MapPlace place) throws SQLException {
        row.setString(3, place.seatNo());
        row.setString(4, place.section());
        row.setInt(5, place.rowNo());
        row.setString(6, place.rowName());
        row.setInt(7, place.number());
        row.setString(8, place.kind().name());
        row.setString(9, place.companionOf());
        row.setBoolean(10, place.aisleAfter());
        row.setInt(11, place.x());
        row.setInt(12, place.y());
        row.setInt(13, place.nearness());
    }
}
