package boxoffice.queue.store;

import boxoffice.kernel.ScheduleId;
import boxoffice.queue.domain.RoomNow;
import boxoffice.queue.provider.ConcertService;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Keeps all rooms going: steps each in turn, and remembers how it was a moment ago, so that
 * positions are told without a look at the rows. Every instance has one; the room's row decides
 * whose step it is. See ADR 0012.
 */
@Component
public class Doorkeeper {

    private static final Logger log = LoggerFactory.getLogger(Doorkeeper.class);

    /** A room where somebody waits is stepped so often. */
    private static final Duration BUSY = Duration.ofMillis(100);

    /** Another one: whoever comes has it stepped at once, and a pass's time is looked at anyway. */
    private static final Duration IDLE = Duration.ofSeconds(10);

    /** How old what positions are told from may become where somebody waits. */
    private static final Duration LOOK_AGAIN = Duration.ofMillis(250);

    /** What is older is looked at again when it is asked for. */
    private static final Duration FRESH = Duration.ofSeconds(1);

    private static final Duration ASK_FOR_SEATS = Duration.ofSeconds(1);

    /** Learned at one look. */
    private static final int NUMBERS_MAX = 10_000;

    /** Rooms in hand at once: they share the service's connections with its buyers. */
    private static final int AT_ONCE = 4;

    private final Admissions admissions;
    private final RoomLooks looks;
    private final ConcertService concerts;
    private final KnownWaiters known;
    private final Map<ScheduleId, Kept> rooms = new ConcurrentHashMap<>();
    private final Semaphore hands = new Semaphore(AT_ONCE);

    Doorkeeper(
            Admissions admissions, RoomLooks looks, ConcertService concerts, KnownWaiters known) {
        this.known = known;
        this.admissions = admissions;
        this.looks = looks;
        this.concerts = concerts;
    }

    /** What is known of a room here. */
    private static final class Kept {
        private final Semaphore inHand = new Semaphore(1);
        private final Semaphore looking = new Semaphore(1);
        private volatile @Nullable RoomNow seen;
        private volatile long seenAt;
        private volatile long learned;
        private volatile Optional<Integer> freeSeats = Optional.empty();
        private volatile long nextStep;
        private volatile long nextLook;
        private volatile long nextAsk;

        private void see(@Nullable RoomNow now) {
            seen = now;
            seenAt = System.nanoTime();
        }

        private boolean hasSeats() {
            return freeSeats.filter(free -> free == 0).isEmpty();
        }
    }

    /** The room as it was a moment ago, or now where it was not known here; empty without one. */
    public Optional<RoomNow> room(ScheduleId schedule) {
        var kept = rooms.get(schedule);
        if (kept == null || kept.seen == null) {
            var found = looks.look(schedule, null, Optional.empty());
            found.ifPresent(now -> rooms.computeIfAbsent(schedule, unknown -> new Kept()).see(now));
            return found;
        }
        if (System.nanoTime() - kept.seenAt > FRESH.toNanos() && kept.looking.tryAcquire()) {
            try {
                look(schedule, kept);
                kept.nextStep = System.nanoTime();
            } catch (DataAccessException | TransactionException e) {
                log.debug("The room of {} is told as it was", schedule, e);
            } finally {
                kept.looking.release();
            }
        }
        return Optional.ofNullable(kept.seen);
    }

    /** Rooms that this instance looks after, as they were a moment ago. */
    public List<RoomNow> rooms() {
        return rooms.values().stream()
                .flatMap(kept -> Optional.ofNullable(kept.seen).stream())
                .toList();
    }

    /** Has the room stepped soon: somebody came. */
    public void wake(ScheduleId schedule) {
        var kept = rooms.computeIfAbsent(schedule, unknown -> new Kept());
        kept.nextStep = Math.min(kept.nextStep, System.nanoTime());
        kept.nextLook = Math.min(kept.nextLook, System.nanoTime());
    }

    /**
     * Steps the room at once, for somebody who just came and may not have to wait at all, or for
     * settings that just changed. Where that cannot be, the room's own next step is soon enough.
     */
    public void stepNow(ScheduleId schedule) {
        var kept = rooms.computeIfAbsent(schedule, unknown -> new Kept());
        try {
            admissions.step(schedule, kept.hasSeats());
            look(schedule, kept);
        } catch (DataAccessException | TransactionException e) {
            log.debug("The room of {} is not stepped at once", schedule, e);
        }
    }

    @Scheduled(fixedDelayString = "${boxoffice.queue.find-rooms-every:PT10S}")
    void findRooms() {
        try {
            var alive = new HashSet<>(looks.alive());
            forget(alive);
            alive.forEach(room -> rooms.computeIfAbsent(room, unknown -> new Kept()));
        } catch (DataAccessException | TransactionException e) {
            log.warn("The rooms are not to be had at present: {}", e.getMessage());
        }
    }

    private void forget(Set<ScheduleId> alive) {
        rooms.keySet().removeIf(room -> !alive.contains(room));
    }

    @Scheduled(fixedDelayString = "${boxoffice.queue.step-every:PT0.05S}")
    void round() {
        var now = System.nanoTime();
        rooms.forEach((schedule, kept) -> {
            if (kept.nextStep <= now && kept.inHand.tryAcquire()) {
                Thread.ofVirtual().name("room " + schedule).start(() -> turn(schedule, kept));
            }
        });
    }

    private void turn(ScheduleId schedule, Kept kept) {
        try {
            hands.acquire();
            try {
                turn(schedule, kept, System.nanoTime());
            } finally {
                hands.release();
            }
        } catch (DataAccessException | TransactionException e) {
            kept.nextStep = System.nanoTime() + FRESH.toNanos();
            log.warn("The room of {} is not stepped now: {}", schedule, e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            kept.inHand.release();
        }
    }

    private void turn(ScheduleId schedule, Kept kept, long begun) {
        if (kept.nextAsk <= begun) {
            kept.nextAsk = begun + ASK_FOR_SEATS.toNanos();
            askForSeats(schedule, kept);
        }
        admissions.step(schedule, kept.hasSeats());
        if (kept.nextLook <= begun) {
            look(schedule, kept);
        }
        var seen = kept.seen;
        var isBusy = seen != null && seen.waiting() > 0;
        kept.nextStep = begun + (isBusy ? BUSY : IDLE).toNanos();
        kept.nextLook = Math.min(kept.nextLook, begun + (isBusy ? LOOK_AGAIN : IDLE).toNanos());
    }

    private void look(ScheduleId schedule, Kept kept) {
        kept.nextLook = System.nanoTime() + LOOK_AGAIN.toNanos();
        var now = looks.look(schedule, kept.seen, kept.freeSeats);
        kept.see(now.orElse(null));
        now.ifPresent(seen -> learn(schedule, kept, seen));
        if (now.isPresent() && now.get().waiting() > 0) {
            kept.nextStep = Math.min(kept.nextStep, System.nanoTime() + BUSY.toNanos());
        }
    }

    /** Tells those who wait here their numbers, so that none of them has to read a row for it. */
    private void learn(ScheduleId schedule, Kept kept, RoomNow now) {
        if (kept.learned >= now.numbered()) {
            return;
        }
        for (var one : looks.numbersAbove(schedule, kept.learned, NUMBERS_MAX)) {
            known.learn(one.entryId(), one.number());
            kept.learned = one.number();
        }
    }

    /** Only where somebody would come in; who does not answer changes nothing. */
    private void askForSeats(ScheduleId schedule, Kept kept) {
        var seen = kept.seen;
        if (seen != null && (seen.waiting() > 0 || !kept.hasSeats())) {
            concerts.freeSeats(schedule).ifPresent(free -> kept.freeSeats = Optional.of(free));
        }
    }
}
