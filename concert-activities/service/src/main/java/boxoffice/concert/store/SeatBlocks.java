package boxoffice.concert.store;

import boxoffice.concert.domain.KeptSeat;
import boxoffice.concert.domain.SeatBlock;
import boxoffice.concert.domain.SeatNos;
import boxoffice.concert.domain.SeatState;
import boxoffice.concert.domain.SeatsChanged;
import boxoffice.kernel.Money;
import boxoffice.kernel.ScheduleId;
import boxoffice.persistence.Timestamps;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Seats kept back. Each method is one local transaction of guarded updates in seat order, as holds
 * are, so that a seat is kept back or held, never both, and nobody waits in a ring. All of the
 * seats or none; a lock that is not had in time is thrown and has changed nothing.
 */
@Component
public class SeatBlocks {

    /** Seats of one statement at most. */
    private static final int BATCH = 2_000;

    private final JdbcClient jdbc;
    private final BlockWrites seats;
    private final Clock clock;

    SeatBlocks(JdbcClient jdbc, BlockWrites seats, Clock clock) {
        this.jdbc = jdbc;
        this.seats = seats;
        this.clock = clock;
    }

    /** Keeps back seats that are FREE. */
    @Transactional
    public SeatsChanged block(ScheduleId scheduleId, SeatBlock block) {
        var asked = SeatNos.of(block.seatNos());
        var found = seats.lock(scheduleId, asked);
        var refused = SeatsChanged.check(asked, found, seat -> seat.state() == SeatState.FREE);
        if (refused.isPresent()) {
            return refused.get();
        }
        var releaseAt = block.releaseAt();
        jdbc.sql(
                        """
                        insert into seat_blocks
                            (block_id, schedule_id, reason, release_at, created_by, created_at)
                        values (:blockId, :scheduleId, :reason, :releaseAt, :createdBy, :now)
                        """)
                .param("blockId", block.blockId().toString())
                .param("scheduleId", scheduleId.value())
                .param("reason", block.reason())
                .param("releaseAt", releaseAt == null ? null : Timestamps.column(releaseAt))
                .param("createdBy", block.createdBy())
                .param("now", Timestamps.column(block.createdAt()))
                .update();
        return done(seats.block(block.blockId(), scheduleId, asked), asked.count());
    }

    /**
     * Gives the block's seats to the sale. Again it does nothing.
     *
     * @return false where the schedule has no such block, or it was released before
     */
    @Transactional
    public boolean release(ScheduleId scheduleId, UUID blockId) {
        var rows =
                jdbc.sql(
                                """
                                update seat_blocks set released_at = :now
                                where block_id = :blockId and schedule_id = :scheduleId
                                  and released_at is null
                                """)
                        .param("blockId", blockId.toString())
                        .param("scheduleId", scheduleId.value())
                        .param("now", Timestamps.column(clock.instant()))
                        .update();
        if (rows == 0) {
            return false;
        }
        seats.release(blockId, scheduleId);
        return true;
    }

    /**
     * Keeps back other seats than before: frees the ones and blocks the others, or neither.
     *
     * @param from seats that the block keeps back
     * @param to as many that are FREE
     * @return empty where the schedule has no such block, or it was released before
     */
    @Transactional
    public Optional<SeatsChanged> move(
            ScheduleId scheduleId, UUID blockId, SeatNos from, SeatNos to) {
        if (!isOpen(scheduleId, blockId)) {
            return Optional.empty();
        }
        var both = SeatNos.of(Stream.concat(from.values().stream(), to.values().stream()).toList());
        var leaving = Set.copyOf(from.values());
        var found = seats.lock(scheduleId, both);
        var refused =
                SeatsChanged.check(
                        both,
                        found,
                        seat ->
                                leaving.contains(seat.seatNo())
                                        ? seat.isBlockedBy(blockId)
                                        : seat.state() == SeatState.FREE);
        return Optional.of(
                refused.isPresent()
                        ? refused.get()
                        : done(seats.swap(blockId, scheduleId, both), both.count()));
    }

    /** Locks the block's row first, as its release does. */
    private boolean isOpen(ScheduleId scheduleId, UUID blockId) {
        return jdbc.sql(
                        """
                        select block_id from seat_blocks
                        where block_id = :blockId and schedule_id = :scheduleId
                          and released_at is null
                        for update
                        """)
                .param("blockId", blockId.toString())
                .param("scheduleId", scheduleId.value())
                .query(String.class)
                .optional()
                .isPresent();
    }

    /** Gives seats that are kept back to the sale, whatever blocks they are of. */
    @Transactional
    public SeatsChanged unblock(ScheduleId scheduleId, SeatNos asked) {
        var found = seats.lock(scheduleId, asked);
        var refused = SeatsChanged.check(asked, found, seat -> seat.state() == SeatState.BLOCKED);
        return refused.isPresent()
                ? refused.get()
                : done(seats.unblock(scheduleId, asked), asked.count());
    }

    /** Prices seats that nobody has, FREE or BLOCKED, in the currency of the date. */
    @Transactional
    public SeatsChanged price(ScheduleId scheduleId, SeatNos asked, Money price) {
        return price(scheduleId, asked, seats.lock(scheduleId, asked), price);
    }

    /**
     * The same for all seats of a grade.
     *
     * @return empty where no seat is in it
     */
    @Transactional
    public Optional<SeatsChanged> price(ScheduleId scheduleId, String grade, Money price) {
        var found = seats.lock(scheduleId, grade);
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        price(
                                scheduleId,
                                SeatNos.of(found.stream().map(KeptSeat::seatNo).toList()),
                                found,
                                price));
    }

    private SeatsChanged price(
            ScheduleId scheduleId, SeatNos asked, List<KeptSeat> found, Money price) {
        var refused = SeatsChanged.check(asked, found, SeatBlocks::isNobodys);
        if (refused.isPresent()) {
            return refused.get();
        }
        var priced = 0;
        for (int i = 0; i < asked.count(); i += BATCH) {
            var part = asked.values().subList(i, Math.min(i + BATCH, asked.count()));
            priced += seats.price(scheduleId, part, price);
        }
        return done(priced, asked.count());
    }

    private static boolean isNobodys(KeptSeat seat) {
        return switch (seat.state()) {
            case FREE, BLOCKED -> true;
            case HELD, SOLD -> false;
        };
    }

    /** The seats are locked and were looked at: fewer than all is a fault, and is rolled back. */
    private static SeatsChanged done(int changed, int asked) {
        if (changed != asked) {
            throw new IllegalStateException(changed + " of " + asked + " locked seats changed");
        }
        return new SeatsChanged.Done(changed);
    }

    /** The currency that the date's seats are priced in; empty where it has none. */
    @Transactional
    public Optional<String> currency(ScheduleId scheduleId) {
        return jdbc.sql(
                        """
                        select price_currency from seats where schedule_id = :scheduleId limit 1
                        """)
                .param("scheduleId", scheduleId.value())
                .query(String.class)
                .optional();
    }
}
