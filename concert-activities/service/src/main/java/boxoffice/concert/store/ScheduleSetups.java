package boxoffice.concert.store;

import boxoffice.concert.domain.Flaws;
import boxoffice.concert.domain.ScheduleDraft;
import boxoffice.concert.domain.ScheduleSetup;
import boxoffice.concert.domain.ScheduleState;
import boxoffice.concert.domain.ScheduleTerms;
import boxoffice.kernel.ConcertId;
import boxoffice.kernel.PromoterId;
import boxoffice.kernel.ScheduleId;
import boxoffice.persistence.Timestamps;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Dates for those who set them up, drafts too. Null for a promoter is an operator, whom it does not
 * matter whose it is. A date's row is the fence: holds read it under a shared lock that they keep,
 * so that whatever is written here counts for all holds that come after it.
 */
@Component
public class ScheduleSetups {

    private final JdbcClient jdbc;
    private final ScheduleWrites writes;
    private final ScheduleReads reads;
    private final MapReads maps;
    private final Clock clock;

    ScheduleSetups(
            JdbcClient jdbc,
            ScheduleWrites writes,
            ScheduleReads reads,
            MapReads maps,
            Clock clock) {
        this.jdbc = jdbc;
        this.writes = writes;
        this.reads = reads;
        this.maps = maps;
        this.clock = clock;
    }

    /** What became of opening a date. */
    public enum Made {
        YES,
        /** There is a date of that id, whosever. */
        ID_TAKEN,
        /** The map and the draft do not fit each other: see the flaws. */
        FLAWED
    }

    /**
     * Opens the date as a draft, with all the seats of the map; every one must get its grade.
     * Anything else leaves nothing.
     *
     * @param flaws gets what the map says against it
     */
    @Transactional
    public Made create(ConcertId concertId, ScheduleDraft draft, Flaws flaws) {
        maps.check(draft, flaws);
        if (!flaws.isEmpty()) {
            return Made.FLAWED;
        }
        try {
            writes.insert(concertId, draft, clock.instant());
        } catch (DuplicateKeyException e) {
            return Made.ID_TAKEN;
        }
        var made = writes.insertSeats(draft);
        writes.insertPresales(draft.scheduleId(), draft.presales());
        var all = maps.seats(draft);
        if (made != all) {
            throw new IllegalStateException("%d seats of %d got a grade".formatted(made, all));
        }
        return Made.YES;
    }

    /**
     * Changes the rules of a date that is not over, one such change after the other.
     *
     * @param change says the new rules, or throws, and nothing is changed
     * @return empty where there is no such date, or it is another's
     */
    @Transactional
    public Optional<ScheduleSetup> change(
            ScheduleId id,
            @Nullable PromoterId promoterId,
            Function<ScheduleSetup, ScheduleTerms> change) {
        jdbc.sql("select schedule_id from schedules where schedule_id = :id for update")
                .param("id", id.value())
                .query(String.class)
                .optional();
        return reads.find(id, promoterId)
                .map(setup -> {
                    writes.update(id, change.apply(setup));
                    return reads.find(id, promoterId).orElseThrow();
                });
    }

    @Transactional
    public Optional<ScheduleSetup> find(ScheduleId id, @Nullable PromoterId promoterId) {
        return reads.find(id, promoterId);
    }

    /** The concert's dates, the next one first. */
    @Transactional
    public List<ScheduleSetup> of(ConcertId concertId) {
        return reads.of(concertId);
    }

    /**
     * Moves the date to that state, or meets it there. It goes on sale only while there is time to
     * sell in.
     *
     * @return false where its state does not allow it, or it is canceled, or over; nothing changed
     */
    @Transactional
    public boolean move(ScheduleId id, ScheduleState next) {
        return jdbc.sql(
                                """
                                update schedules
                                set state = :next
                                where schedule_id = :id and state in (:sources)
                                  and canceled_at is null
                                  and (:next <> 'ON_SALE' or sale_closes_at > :now)
                                """)
                        .param("id", id.value())
                        .param("next", next.name())
                        .param("sources", next.sources().stream().map(Enum::name).toList())
                        .param("now", Timestamps.column(clock.instant()))
                        .update()
                == 1;
    }

    /** Whether that version of a fee policy is there to be named. */
    @Transactional
    public boolean hasFeePolicy(String policyId, int version) {
        return reads.hasFeePolicy(policyId, version);
    }
}
