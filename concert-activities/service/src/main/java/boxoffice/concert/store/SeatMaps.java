package boxoffice.concert.store;

import boxoffice.concert.domain.Drawing;
import boxoffice.concert.domain.SeatMap;
import boxoffice.concert.domain.SeatOnMap;
import boxoffice.concert.domain.SeatState;
import boxoffice.kernel.Money;
import boxoffice.kernel.ScheduleId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Houses as they are drawn, and the seats of a date in the same order. Each read goes through all
 * seats of a house: whoever has many readers keeps what it got.
 */
@Component
public class SeatMaps {

    private final JdbcClient jdbc;

    SeatMaps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record DateRow(String venueId, @Nullable Integer mapVersion) {}

    /** The date's seats; empty where there is no such date for everybody. */
    @Transactional
    public Optional<SeatMap> seats(ScheduleId id) {
        return jdbc.sql(
                        """
                        select venue_id, map_version from schedules
                        where schedule_id = :id and state <> 'DRAFT'
                        """)
                .param("id", id.value())
                .query(DataClassRowMapper.newInstance(DateRow.class))
                .optional()
                .map(date -> new SeatMap(date.venueId(), date.mapVersion(), states(id)));
    }

    private List<SeatOnMap> states(ScheduleId id) {
        return jdbc.sql(
                        """
                        select grade, price_amount, price_currency, state
                        from seats
                        where schedule_id = :id
                        order by section, row_no, number_in_row
                        """)
                .param("id", id.value())
                .query(new SeatMapper())
                .list();
    }

    /**
     * By hand: a house has thousands of rows, and the mapper that finds its fields is slow. Seats
     * beside each other mostly cost the same, and are then the same object.
     */
    private static final class SeatMapper implements RowMapper<SeatOnMap> {

        private @Nullable SeatOnMap last;

        @Override
        public SeatOnMap mapRow(ResultSet row, int number) throws SQLException {
            var grade = row.getString(1);
            var amount = row.getLong(2);
            var currency = row.getString(3);
            var state = SeatState.valueOf(row.getString(4));
            var before = last;
            if (before != null
                    && before.state() == state
                    && before.price().amount() == amount
                    && before.grade().equals(grade)
                    && before.price().currency().equals(currency)) {
                return before;
            }
            var seat = new SeatOnMap(grade, new Money(amount, currency), state);
            last = seat;
            return seat;
        }
    }

    private record StageRow(int stageX, int stageY) {}

    /** A version of a venue's map; empty where there is none. What was once drawn never changes. */
    @Transactional
    public Optional<Drawing> drawing(String venueId, int version) {
        return jdbc.sql(
                        """
                        select stage_x, stage_y from seat_maps
                        where venue_id = :venueId and version = :version
                        """)
                .param("venueId", venueId)
                .param("version", version)
                .query(DataClassRowMapper.newInstance(StageRow.class))
                .optional()
                .map(stage -> {
                    var house = new HouseInOrder(new Drawing.Point(stage.stageX(), stage.stageY()));
                    jdbc.sql(
                                    """
                                    select t.section, s.name, s.standing, t.row_no, t.row_name,
                                        t.seat_no, t.number_in_row, t.kind, t.companion_of,
                                        t.aisle_after, t.x, t.y
                                    from map_seats t
                                    join map_sections s on s.venue_id = t.venue_id
                                        and s.version = t.version and s.section = t.section
                                    where t.venue_id = :venueId and t.version = :version
                                    order by t.section, t.row_no, t.number_in_row
                                    """)
                            .param("venueId", venueId)
                            .param("version", version)
                            .query(house);
                    return house.drawing();
                });
    }

    /** Of a date that has no map: what its seats themselves say. */
    @Transactional
    public Drawing undrawn(ScheduleId id) {
        var house = new HouseInOrder(null);
        jdbc.sql(
                        """
                        select section, section, kind = 'STANDING', row_no, cast(row_no as char),
                            seat_no, number_in_row, kind, companion_of, aisle_after
                        from seats
                        where schedule_id = :id
                        order by section, row_no, number_in_row
                        """)
                .param("id", id.value())
                .query(house);
        return house.drawing();
    }
}
