package boxoffice.concert.store;

import boxoffice.concert.domain.Hold;
import boxoffice.concert.domain.HoldRequest;
import boxoffice.concert.domain.MaxSeatsPerBuyer;
import boxoffice.concert.domain.Refusal;
import boxoffice.concert.domain.SaleRules;
import boxoffice.kernel.PromoterId;
import boxoffice.kernel.ScheduleId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

/**
 * Lets a hold in, or not: its row is begun, and every rule that counts has counted it. All of it is
 * the hold's own transaction, and the locks are taken in this order, by releases as well: the
 * booking's row; the schedule's and the concert's, shared; the buyer's turn; the presale's counter
 * and the code's; then the seats, by number.
 *
 * <p>What the rules are is remembered from the last time, and the statement that begins the hold
 * names what it believes: where that is no longer so it lets nobody in, and the rules are read
 * again. So a schedule without limits pays no statement for them.
 */
@Component
class Admissions {

    private static final int SCHEDULES_MAX = 1_000;

    /** Rules that change between the reading and the beginning, so often, are a fault. */
    private static final int LOOKS_MAX = 3;

    private final HoldWrites holds;
    private final HoldStates states;
    private final RuleReads reads;
    private final RuleWrites writes;

    private final Map<ScheduleId, SaleRules> remembered =
            new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<ScheduleId, SaleRules> eldest) {
                    return size() > SCHEDULES_MAX;
                }
            };

    Admissions(HoldWrites holds, HoldStates states, RuleReads reads, RuleWrites writes) {
        this.holds = holds;
        this.states = states;
        this.reads = reads;
        this.writes = writes;
    }

    /** What became of a hold that wants in; to be asked within its transaction. */
    Admission admit(HoldRequest request, Instant now) {
        var rules = remembered(request.scheduleId());
        var entry = entry(request, rules, now);
        for (var look = 0; look < LOOKS_MAX; look++) {
            if (entry instanceof Entry.No(var why)) {
                return refuseAtTheDoor(request, why, now);
            }
            var door = ((Entry.By) entry).door();
            var max = rules == null ? MaxSeatsPerBuyer.NONE : rules.maxSeatsPerBuyer();
            switch (holds.begin(request, door, max, now)) {
                case YES -> {
                    return count(request, door, rules, now);
                }
                case ROW_EXISTS -> {
                    return new Admission.Ended(states.lookAgain(request.bookingId()));
                }
                case NOT_ALLOWED -> {
                    var before = states.look(request.bookingId());
                    if (before.isPresent()) {
                        return new Admission.Ended(before.get());
                    }
                    rules = reads.rules(request.scheduleId()).orElse(null);
                    remember(request.scheduleId(), rules);
                    entry = entryByRules(request, rules, now);
                }
            }
        }
        throw new ConcurrencyFailureException(
                "the rules of " + request.scheduleId() + " changed while they were looked at");
    }

    /** The door to try, or why there is none. */
    private sealed interface Entry {
        record By(Door door) implements Entry {}

        record No(Refusal why) implements Entry {}
    }

    /** By what is remembered: who is wrongly sent to a door is turned away there. */
    private Entry entry(HoldRequest request, @Nullable SaleRules rules, Instant now) {
        var gift = request.complimentary();
        if (gift != null) {
            return new Entry.By(new Door.Gift(gift.promoterId()));
        }
        var isBeforeTheSale = rules != null && rules.window().terms().opensAt().isAfter(now);
        return isBeforeTheSale
                        && request.presaleCodeHash() != null
                        && presale(request, now) instanceof Entry.By byPresale
                ? byPresale
                : new Entry.By(new Door.GeneralSale());
    }

    private Entry entryByRules(HoldRequest request, @Nullable SaleRules rules, Instant now) {
        if (rules == null) {
            return new Entry.No(Refusal.of(Refusal.Reason.UNKNOWN_SCHEDULE));
        }
        var gift = request.complimentary();
        if (gift != null) {
            var why =
                    isAnothers(gift.promoterId(), rules)
                            ? Optional.of(Refusal.Reason.UNKNOWN_SCHEDULE)
                            : rules.window().refusalOfGift(request.startedAt(), now);
            return why.<Entry>map(reason -> new Entry.No(Refusal.of(reason)))
                    .orElseGet(() -> new Entry.By(new Door.Gift(gift.promoterId())));
        }
        var why = rules.window().refusal(request.startedAt(), now);
        if (why.isEmpty()) {
            return new Entry.By(new Door.GeneralSale());
        }
        return why.get() == Refusal.Reason.SALE_NOT_OPEN
                ? presale(request, now)
                : new Entry.No(Refusal.of(why.get()));
    }

    private static boolean isAnothers(@Nullable PromoterId promoterId, SaleRules rules) {
        return promoterId != null && !promoterId.equals(rules.promoterId());
    }

    private Entry presale(HoldRequest request, Instant now) {
        var open = reads.presale(request, now);
        if (open.isEmpty()) {
            return new Entry.No(Refusal.of(Refusal.Reason.SALE_NOT_OPEN));
        }
        return open.get()
                .refusal(request.wish().count(), request.presaleCodeHash())
                .<Entry>map(Entry.No::new)
                .orElseGet(() -> new Entry.By(new Door.Presale(open.get().presaleId())));
    }

    private Admission refuseAtTheDoor(HoldRequest request, Refusal why, Instant now) {
        return new Admission.Ended(
                holds.insertRefused(request, why, now)
                        ? new Hold.Released(why)
                        : states.lookAgain(request.bookingId()));
    }

    private Admission count(
            HoldRequest request, Door door, @Nullable SaleRules rules, Instant now) {
        if (door instanceof Door.Gift) {
            return new Admission.In();
        }
        if (rules != null && rules.maxSeatsPerBuyer().isLimited()) {
            writes.takeTurn(request.buyerId(), rules.concertId());
            var has = reads.has(request, rules.concertId());
            var why = rules.maxSeatsPerBuyer().refusal(request.wish().count(), has);
            if (why.isPresent()) {
                holds.refuse(request.bookingId(), why.get(), now);
                return new Admission.Ended(new Hold.Released(why.get()));
            }
        }
        if (door instanceof Door.Presale(var presaleId)
                && !writes.countToPresale(request, presaleId, now)) {
            var why = usedUpMeanwhile(request, now);
            holds.refuse(request.bookingId(), why, now);
            return new Admission.Ended(new Hold.Released(why));
        }
        return new Admission.In();
    }

    /** Between the look and the count others were faster; the next look says by what. */
    private Refusal usedUpMeanwhile(HoldRequest request, Instant now) {
        var open = reads.presale(request, now);
        if (open.isEmpty()) {
            return Refusal.of(Refusal.Reason.SALE_NOT_OPEN);
        }
        return open.get()
                .refusal(request.wish().count(), request.presaleCodeHash())
                .orElseThrow(() ->
                        new ConcurrencyFailureException("the presale has seats again by now"));
    }

    /** Ends a hold that was let in and did not get its seats; the presale has them back. */
    Hold turnAway(HoldRequest request, Refusal why, Instant now) {
        if (request.presaleCodeHash() != null) {
            writes.giveBackToPresale(request.bookingId(), request.wish().count());
        }
        holds.refuse(request.bookingId(), why, now);
        return new Hold.Released(why);
    }

    private @Nullable SaleRules remembered(ScheduleId scheduleId) {
        synchronized (remembered) {
            return remembered.get(scheduleId);
        }
    }

    private void remember(ScheduleId scheduleId, @Nullable SaleRules rules) {
        synchronized (remembered) {
            if (rules == null) {
                remembered.remove(scheduleId);
            } else {
                remembered.put(scheduleId, rules);
            }
        }
    }
}
