package boxoffice.concert.store;

import boxoffice.concert.domain.Hold;
import boxoffice.concert.domain.HoldRequest;
import boxoffice.concert.domain.Refusal;
import boxoffice.concert.domain.ReleaseSoldResult;
import boxoffice.concert.domain.SaleFacts;
import boxoffice.concert.domain.SeatNos;
import boxoffice.concert.domain.SellResult;
import boxoffice.concert.domain.Wish;
import boxoffice.kernel.BookingId;
import boxoffice.kernel.BuyerId;
import boxoffice.kernel.ScheduleId;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The fences around seats. Each method is one local transaction that starts from the booking's row
 * in {@code seat_holds} and is safe to repeat, to come late and to come in the wrong order; the
 * idempotency key is the booking id. A deadlock or a lock that is not had in time is thrown and has
 * changed nothing.
 */
@Component
public class SeatHolds {

    private final HoldWrites holds;
    private final SeatWrites seats;
    private final HoldReads reads;
    private final HoldStates states;
    private final Admissions admissions;
    private final RuleWrites rules;
    private final BestSeatHolds best;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SeatHolds(
            HoldWrites holds,
            SeatWrites seats,
            HoldReads reads,
            HoldStates states,
            Admissions admissions,
            RuleWrites rules,
            BestSeatHolds best,
            TransactionTemplate transaction,
            Clock clock) {
        this.holds = holds;
        this.seats = seats;
        this.reads = reads;
        this.states = states;
        this.admissions = admissions;
        this.rules = rules;
        this.best = best;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Holds all the seats or none; a refusal is kept, so that it is the answer from then on. Three
     * statements where the seats are free and the schedule has no limits: the row, the seats, their
     * prices.
     */
    public Hold hold(HoldRequest request) {
        return switch (request.wish()) {
            case Wish.Seats(var seatNos) ->
                    transaction.execute(status -> hold(request, seatNos, clock.instant()));
            case Wish.Best wish -> best.hold(request, wish);
        };
    }

    private Hold hold(HoldRequest request, SeatNos asked, Instant now) {
        if (admissions.admit(request, now) instanceof Admission.Ended(var hold)) {
            return hold;
        }
        var bookingId = request.bookingId();
        var taken =
                request.complimentary() == null
                        ? seats.hold(bookingId, request.scheduleId(), asked)
                        : seats.give(bookingId, request.scheduleId(), asked);
        if (taken == asked.count()) {
            return new Hold.Held(reads.facts(bookingId));
        }
        var why = Refusal.of(request, asked, reads.find(request.scheduleId(), asked));
        if (taken > 0) {
            seats.free(bookingId);
        }
        return admissions.turnAway(request, why, now);
    }

    /**
     * Frees the seats, or leaves a tombstone where the hold has not come yet. Two statements where
     * seats are held by no presale.
     *
     * @return the sale, where the seats were sold before; they stay so
     */
    @Transactional
    public Optional<SaleFacts> release(
            BookingId bookingId, BuyerId buyerId, ScheduleId scheduleId) {
        var now = clock.instant();
        if (!holds.releaseOfGeneralSale(bookingId, now)
                && holds.release(bookingId, buyerId, scheduleId, now)) {
            rules.giveBackToPresale(bookingId);
        }
        if (seats.free(bookingId) > 0) {
            return Optional.empty();
        }
        return switch (states.lookAgain(bookingId)) {
            case Hold.Sold(var facts) -> Optional.of(facts);
            case Hold.Released _ -> Optional.empty();
            case Hold.Held _ ->
                    throw new IllegalStateException("booking " + bookingId + " was not released");
        };
    }

    /**
     * Sells exactly the seats that this booking holds, whatever its deadline; otherwise changes
     * nothing and says what it found. Two statements where they are held.
     */
    @Transactional
    public SellResult sell(BookingId bookingId, ScheduleId scheduleId, SeatNos asked) {
        if (holds.sell(bookingId, scheduleId, asked.count(), clock.instant())) {
            if (seats.sell(bookingId, scheduleId, asked) == asked.count()) {
                return new SellResult.Sold();
            }
            // The row says SOLD by now: only the roll-back makes "nothing is changed" true.
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return new SellResult.Refused("the booking holds other seats than " + asked.values());
        }
        return states.look(bookingId)
                .map(hold -> soldBefore(hold, asked))
                .orElseGet(() -> new SellResult.Refused("the booking has no hold"));
    }

    /**
     * Takes the seats out of the booking's sale, and ends the row with the last of them. Those that
     * are the booking's no more are left alone, whoever has them. Three statements, the row's lock
     * among them.
     */
    @Transactional
    public ReleaseSoldResult releaseSold(
            BookingId bookingId, ScheduleId scheduleId, SeatNos asked) {
        var row = holds.lock(bookingId);
        if (row.isEmpty() || !row.get().isSold()) {
            return new ReleaseSoldResult.NothingSold("the booking never ended in a sale");
        }
        if (row.get().isByPresale()) {
            rules.giveBackToPresale(bookingId, reads.bought(bookingId, asked));
        }
        var freed = seats.freeSold(bookingId, scheduleId, asked);
        if (freed > 0) {
            holds.shrink(bookingId, freed, clock.instant());
        }
        return new ReleaseSoldResult.Released();
    }

    private static SellResult soldBefore(Hold hold, SeatNos asked) {
        return switch (hold) {
            case Hold.Sold(var facts) when facts.isFor(asked) -> new SellResult.Sold();
            case Hold.Sold(var facts) -> other("has bought", facts);
            case Hold.Held(var facts) -> other("holds", facts);
            case Hold.Released(var why) ->
                    new SellResult.Refused("the booking's hold has ended: " + why.reason());
        };
    }

    private static SellResult other(String verb, SaleFacts facts) {
        return new SellResult.Refused("the booking " + verb + " other seats: " + facts.seats());
    }
}
