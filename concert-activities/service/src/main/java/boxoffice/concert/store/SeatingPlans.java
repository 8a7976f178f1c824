package boxoffice.concert.store;

import boxoffice.concert.domain.SeatingPlan;
import boxoffice.kernel.ScheduleId;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The plans that best seats are chosen from, one for each date that is asked for, seen anew when
 * they are older than a moment: a date that thousands ask for at once is read a few times a second,
 * and not once for each of them.
 */
@Component
class SeatingPlans {

    /** How old a plan may be that a choice begins with: it is only a guide. */
    static final Duration AGE_MAX = Duration.ofSeconds(1);

    /** How old a plan may be by which somebody is refused. */
    static final Duration REFUSAL_AGE_MAX = Duration.ofMillis(200);

    private static final int PLANS_MAX = 64;

    private final PlanReads reads;
    private final TransactionTemplate transaction;

    /** Those used last. A plan that was forgotten while a hold was under way is only seen anew. */
    private final Map<ScheduleId, Sight> sights =
            new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<ScheduleId, Sight> eldest) {
                    return size() > PLANS_MAX;
                }
            };

    SeatingPlans(PlanReads reads, TransactionTemplate transaction) {
        this.reads = reads;
        this.transaction = transaction;
    }

    /** A date's plan, and when it was last seen. */
    private static final class Sight {
        final SeatingPlan plan = new SeatingPlan();
        final ReentrantLock looking = new ReentrantLock();
        volatile long seenAtNanos;
        volatile boolean isSeen;

        boolean isYounger(Duration age) {
            return isSeen && System.nanoTime() - seenAtNanos < age.toNanos();
        }
    }

    /**
     * The plan, seen within this age. One looks for all who want it: not to be called within a
     * transaction, for it may wait and takes a connection.
     */
    SeatingPlan seenWithin(Duration age, ScheduleId scheduleId) {
        var sight = sight(scheduleId);
        if (!sight.isYounger(age)) {
            sight.looking.lock();
            try {
                if (!sight.isYounger(age)) {
                    look(scheduleId, sight);
                }
            } finally {
                sight.looking.unlock();
            }
        }
        return sight.plan;
    }

    /** Whether the plan is young enough to refuse somebody by it. */
    boolean mayRefuse(ScheduleId scheduleId) {
        return sight(scheduleId).isYounger(REFUSAL_AGE_MAX);
    }

    /** Somebody elsewhere was faster: the next who asks sees the plan anew. */
    void outdated(ScheduleId scheduleId) {
        sight(scheduleId).isSeen = false;
    }

    private void look(ScheduleId scheduleId, Sight sight) {
        var now = System.nanoTime();
        transaction.executeWithoutResult(status -> {
            var seen = reads.plan(scheduleId);
            sight.plan.see(seen.seats(), seen.orphanRule());
        });
        sight.seenAtNanos = now;
        sight.isSeen = true;
    }

    private Sight sight(ScheduleId scheduleId) {
        synchronized (sights) {
            return sights.computeIfAbsent(scheduleId, _ -> new Sight());
        }
    }
}
