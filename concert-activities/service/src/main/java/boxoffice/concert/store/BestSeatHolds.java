package boxoffice.concert.store;

import boxoffice.concert.domain.Hold;
import boxoffice.concert.domain.HoldRequest;
import boxoffice.concert.domain.Refusal;
import boxoffice.concert.domain.SaleFacts;
import boxoffice.concert.domain.SeatNos;
import boxoffice.concert.domain.SeatingPlan;
import boxoffice.concert.domain.SeatingPlan.Choice;
import boxoffice.concert.domain.Wish;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Holds the best seats there are. They are chosen from a {@link SeatingPlan} and held by the same
 * guarded update as any others. Where somebody was faster the whole attempt is rolled back, with
 * its row and its counts, so that never more is held or locked than asked for; the next begins with
 * a plan that was seen anew, and chooses one of the best few by chance.
 */
@Component
class BestSeatHolds {

    /**
     * Of 64 buyers at once for the last of 2,000 seats one in some thousand needed more than six.
     */
    private static final int ATTEMPTS_MAX = 10;

    /** How many of the best are chosen from, once others were faster. */
    private static final int AMONG = 8;

    private final Admissions admissions;
    private final SeatWrites seats;
    private final HoldReads reads;
    private final SeatingPlans plans;
    private final TransactionTemplate transaction;
    private final Clock clock;

    BestSeatHolds(
            Admissions admissions,
            SeatWrites seats,
            HoldReads reads,
            SeatingPlans plans,
            TransactionTemplate transaction,
            Clock clock) {
        this.admissions = admissions;
        this.seats = seats;
        this.reads = reads;
        this.plans = plans;
        this.transaction = transaction;
        this.clock = clock;
    }

    Hold hold(HoldRequest request, Wish.Best wish) {
        var age = SeatingPlans.AGE_MAX;
        for (var attempt = 1; attempt <= ATTEMPTS_MAX; attempt++) {
            var plan = plans.seenWithin(age, request.scheduleId());
            var among = attempt == 1 ? 1 : AMONG;
            var isLast = attempt == ATTEMPTS_MAX;
            var held =
                    transaction.execute(status -> {
                        var hold = attempt(request, wish, plan, among, isLast);
                        if (hold.isEmpty()) {
                            status.setRollbackOnly();
                        }
                        return hold;
                    });
            if (held.isPresent()) {
                return held.get();
            }
            age = SeatingPlans.REFUSAL_AGE_MAX;
        }
        throw new IllegalStateException("the last attempt has an answer");
    }

    /** Empty where nothing was had and another attempt may have more. */
    private Optional<Hold> attempt(
            HoldRequest request, Wish.Best wish, SeatingPlan plan, int among, boolean isLast) {
        var now = clock.instant();
        if (admissions.admit(request, now) instanceof Admission.Ended(var hold)) {
            return Optional.of(hold);
        }
        return switch (plan.choose(wish, among, ThreadLocalRandom.current())) {
            case Choice.Found(var chosen) -> {
                settleAtTheEnd(plan, chosen);
                var hold = take(request, wish, chosen, isLast, now);
                if (hold.isEmpty()) {
                    // Somebody has them: whoever comes next is not to be sent there.
                    plan.settle(chosen);
                }
                yield hold;
            }
            case Choice.None(var why) when isLast || plans.mayRefuse(request.scheduleId()) ->
                    Optional.of(admissions.turnAway(request, why, now));
            case Choice.None _ -> Optional.empty();
        };
    }

    private Optional<Hold> take(
            HoldRequest request, Wish.Best wish, SeatNos chosen, boolean isLast, Instant now) {
        var taken = seats.hold(request.bookingId(), request.scheduleId(), chosen);
        if (taken == chosen.count()) {
            var facts = reads.facts(request.bookingId());
            if (isWithinBudget(facts, wish)) {
                return Optional.of(new Hold.Held(facts));
            }
        }
        plans.outdated(request.scheduleId());
        if (!isLast) {
            return Optional.empty();
        }
        seats.free(request.bookingId());
        return Optional.of(
                admissions.turnAway(request, Refusal.of(Refusal.Reason.SEATS_TAKEN), now));
    }

    /** Free seats may be repriced while somebody chooses by what they cost before. */
    private static boolean isWithinBudget(SaleFacts facts, Wish.Best wish) {
        return wish.budget() == null || facts.total().compareTo(wish.budget()) <= 0;
    }

    private static void settleAtTheEnd(SeatingPlan plan, SeatNos chosen) {
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCompletion(int status) {
                        if (status == STATUS_COMMITTED) {
                            plan.settle(chosen);
                        } else {
                            plan.giveBack(chosen);
                        }
                    }
                });
    }
}
