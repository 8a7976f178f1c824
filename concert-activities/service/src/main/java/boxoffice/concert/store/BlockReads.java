package boxoffice.concert.store;

import boxoffice.concert.domain.SeatBlock;
import boxoffice.kernel.ScheduleId;
import boxoffice.persistence.Timestamps;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Blocks of seats, to read. */
@Component
public class BlockReads {

    private final JdbcClient jdbc;
    private final Clock clock;

    BlockReads(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A block whose time has come. */
    record Due(ScheduleId scheduleId, UUID blockId) {}

    @Transactional
    List<Due> due(int limit) {
        return jdbc.sql(
                        """
                        select schedule_id, block_id from seat_blocks
                        where released_at is null and release_at <= :now
                        order by release_at limit :limit
                        """)
                .param("now", Timestamps.column(clock.instant()))
                .param("limit", limit)
                .query((row, n) ->
                        new Due(
                                new ScheduleId(row.getString("schedule_id")),
                                UUID.fromString(row.getString("block_id"))))
                .list();
    }

    /** The schedule's blocks that are not released, the oldest first, with their seats. */
    @Transactional
    public List<SeatBlock> of(ScheduleId scheduleId) {
        var seats = seats(scheduleId);
        return jdbc.sql(
                        """
                        select block_id, reason, release_at, created_by, created_at
                        from seat_blocks
                        where schedule_id = :scheduleId and released_at is null
                        order by created_at, block_id
                        """)
                .param("scheduleId", scheduleId.value())
                .query((row, n) -> {
                    var blockId = UUID.fromString(row.getString("block_id"));
                    return new SeatBlock(
                            blockId,
                            row.getString("reason"),
                            Timestamps.instantOrNull(
                                    row.getObject("release_at", LocalDateTime.class)),
                            row.getString("created_by"),
                            Timestamps.instant(row.getObject("created_at", LocalDateTime.class)),
                            seats.getOrDefault(blockId, List.of()));
                })
                .list();
    }

    private Map<UUID, List<String>> seats(ScheduleId scheduleId) {
        var seats = new LinkedHashMap<UUID, List<String>>();
        jdbc.sql(
                        """
                        select block_id, seat_no from seats
                        where schedule_id = :scheduleId and state = 'BLOCKED'
                          and block_id is not null
                        order by seat_no
                        """)
                .param("scheduleId", scheduleId.value())
                .query(row -> {
                    seats.computeIfAbsent(
                                    UUID.fromString(row.getString("block_id")),
                                    _ -> new ArrayList<>())
                            .add(row.getString("seat_no"));
                });
        return seats;
    }
}
