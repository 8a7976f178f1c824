package boxoffice.queue;

import boxoffice.kernel.BookingId;
import boxoffice.kernel.BuyerId;
import boxoffice.kernel.ScheduleId;
import boxoffice.queue.contract.FinishPass;
import boxoffice.queue.contract.GivePassBack;
import boxoffice.queue.contract.QueueActivities;
import boxoffice.queue.contract.TakeOutcome;
import boxoffice.queue.contract.TakePass;
import boxoffice.queue.domain.Entry;
import boxoffice.queue.domain.EntryState;
import boxoffice.queue.domain.RoomSettings;
import boxoffice.queue.domain.RoomState;
import boxoffice.queue.store.Admissions;
import boxoffice.queue.store.Entries;
import boxoffice.queue.store.WaitingRooms;
import boxoffice.testing.service.ServiceUnderTest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/**
 * A new room on a schedule of its own, stepped by the test alone: the service's own doorkeeper must
 * be still, see {@link #STILL}. Time passes where the test says so, by moving what is written.
 */
final class OneRoom {

    /** Settings under which nothing goes on by itself. */
    static final List<String> STILL =
            List.of(
                    "--boxoffice.temporal.polling=false",
                    "--boxoffice.queue.step-every=PT10H",
                    "--boxoffice.queue.find-rooms-every=PT10H",
                    ConcertStandIn.shared().argument());

    private final ServiceUnderTest service;
    private final ScheduleId schedule = new ScheduleId("r-" + UUID.randomUUID());
    private final Instant past = Instant.now().minusSeconds(60).truncatedTo(ChronoUnit.MICROS);

    OneRoom(ServiceUnderTest service) {
        this.service = service;
    }

    ScheduleId schedule() {
        return schedule;
    }

    OneRoom with(int cap, int rate) {
        return with(cap, rate, past, Duration.ofMinutes(5), true);
    }

    OneRoom with(int cap, int rate, Instant opensAt, Duration grace, boolean shuffle) {
        set(new RoomSettings(cap, rate, opensAt, grace, Duration.ofMinutes(10), shuffle));
        return this;
    }

    WaitingRooms.Changed set(RoomSettings settings) {
        return service.bean(WaitingRooms.class).set(schedule, settings, "park");
    }

    WaitingRooms.Changed move(RoomState state) {
        return service.bean(WaitingRooms.class).move(schedule, state, "park");
    }

    Entry join(String buyer) {
        return service.bean(Entries.class).join(schedule, new BuyerId(buyer)).orElseThrow().entry();
    }

    boolean leave(Entry entry) {
        return service.bean(Entries.class).leave(schedule, entry.entryId(), entry.buyerId());
    }

    Entry now(Entry entry) {
        return service.bean(Entries.class).find(entry.entryId()).orElseThrow();
    }

    EntryState state(Entry entry) {
        return now(entry).state();
    }

    /** How many came in by it. */
    int step() {
        return service.bean(Admissions.class).step(schedule, true).orElseThrow().admitted();
    }

    /** Steps when so much time has passed since the last step. */
    int stepAfter(Duration passed) {
        elapse(passed);
        return step();
    }

    /**
     * Moves all that is written into the past, which is the same as waiting; whole seconds, lest
     * the seconds of the clock begin elsewhere.
     */
    void elapse(Duration passed) {
        var micros = passed.toNanos() / 1000;
        service.write(
                """
                update waiting_rooms
                set stepped_at = stepped_at - interval ? microsecond,
                    opens_at = if(drawn_at is null, opens_at - interval ? microsecond, opens_at),
                    listening_since = listening_since - interval ? microsecond
                where schedule_id = ?
                """,
                micros,
                micros,
                micros,
                schedule.value());
        service.write(
                """
                update entries
                set joined_at = joined_at - interval ? microsecond,
                    last_seen_at = last_seen_at - interval ? microsecond,
                    admitted_at = admitted_at - interval ? microsecond,
                    pass_expires_at = pass_expires_at - interval ? microsecond
                where schedule_id = ?
                """,
                micros,
                micros,
                micros,
                micros,
                schedule.value());
    }

    void heard(Entry entry) {
        service.bean(Entries.class).see(List.of(entry.entryId()));
    }

    TakeOutcome take(BookingId booking, Entry entry) {
        return service.bean(QueueActivities.class)
                .takePass(new TakePass(booking, entry.buyerId(), schedule, entry.entryId()));
    }

    void giveBack(BookingId booking, Entry entry) {
        service.bean(QueueActivities.class)
                .givePassBack(new GivePassBack(booking, entry.buyerId(), schedule));
    }

    void finish(BookingId booking) {
        service.bean(QueueActivities.class).finishPass(new FinishPass(booking));
    }

    int count(String condition) {
        return service.sql()
                .sql("select count(*) from entries where schedule_id = ? and " + condition)
                .param(schedule.value())
                .query(Integer.class)
                .single();
    }

    long number(String column) {
        return service.sql()
                .sql("select " + column + " from waiting_rooms where schedule_id = ?")
                .param(schedule.value())
                .query(Long.class)
                .single();
    }
}
