package boxoffice.concert.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/**
 * A date's seats as they were last seen, from which the best are chosen. It only guides the choice:
 * whether the seats are had decides the guarded update. What is chosen counts as taken here from
 * that moment, so that buyers who come together are sent to different seats; it is given back if
 * the hold does not come about. For many threads.
 */
public final class SeatingPlan {

    /** What a choice came to. */
    public sealed interface Choice {

        /** These; whoever asks next is sent to others. */
        record Found(SeatNos seatNos) implements Choice {}

        /** None, and why; {@link Refusal#limit} says how many could be had. */
        record None(Refusal why) implements Choice {}
    }

    private List<Place> places = List.of();
    private Map<String, Place> byNo = Map.of();
    private Blocks blocks = new Blocks(List.of(), true);

    /** Chosen, and not known yet whether they are had. */
    private final Set<String> underWay = new HashSet<>();

    /**
     * Sees the seats anew. What is under way stays taken, whatever the tables say of it so far.
     *
     * @param seats all of the date, in the order of the house
     * @param orphanRule whether {@link NoOrphanSeats} is minded
     */
    public synchronized void see(List<PlannedSeat> seats, boolean orphanRule) {
        var seen = new ArrayList<Place>(seats.size());
        var numbered = new LinkedHashMap<String, Place>(2 * seats.size());
        for (var seat : seats) {
            var place = new Place(seat, seat.isFree() && !underWay.contains(seat.seatNo()));
            seen.add(place);
            numbered.put(seat.seatNo(), place);
        }
        places = seen;
        byNo = numbered;
        blocks = new Blocks(seen, orphanRule);
    }

    /**
     * Chooses the best that the wish allows, and counts them as taken.
     *
     * @param among chooses one of so many of the best by chance: 1 for the best; more where others
     *     were faster, who may be choosing the same way elsewhere
     */
    public synchronized Choice choose(Wish.Best wish, int among, RandomGenerator chance) {
        var together = best(wish, wish.quantity(), Block.BEST, List.of(), among, chance);
        if (together.isPresent()) {
            return found(together.get().places());
        }
        if (wish.apart() && !wish.wheelchair()) {
            var groups = groups(wish, Block.BEST);
            if (isOverBudget(wish, groups)) {
                groups = groups(wish, Block.CHEAPEST);
            }
            if (groups.size() == wish.quantity() && !isOverBudget(wish, groups)) {
                return found(groups);
            }
        }
        return new Choice.None(refusal(wish));
    }

    private Choice found(List<Place> chosen) {
        var seatNos = new ArrayList<String>();
        for (var place : chosen) {
            place.isFree = false;
            seatNos.add(place.seat.seatNo());
        }
        underWay.addAll(seatNos);
        return new Choice.Found(SeatNos.of(seatNos));
    }

    /** The choice is no longer under way; its seats stay taken until they are seen anew. */
    public synchronized void settle(SeatNos chosen) {
        chosen.values().forEach(underWay::remove);
    }

    /**
     * The choice came to nothing by no fault of its seats: others may have them. After {@link
     * #settle}: no effect.
     */
    public synchronized void giveBack(SeatNos chosen) {
        for (var seatNo : chosen.values()) {
            var place = byNo.get(seatNo);
            if (underWay.remove(seatNo) && place != null) {
                place.isFree = true;
            }
        }
    }

    private Optional<Block> best(
            Wish.Best wish,
            int size,
            Comparator<Block> order,
            List<Place> beside,
            int among,
            RandomGenerator chance) {
        var leaders = new ArrayList<Block>(among + 1);
        blocks.each(
                wish,
                size,
                seat -> beside.isEmpty() ? 0 : 100L * seat.distanceTo(beside.getFirst().seat),
                block -> {
                    if (leaders.size() < among || order.compare(block, leaders.getLast()) < 0) {
                        leaders.add(block);
                        leaders.sort(order);
                        if (leaders.size() > among) {
                            leaders.removeLast();
                        }
                    }
                });
        return leaders.isEmpty()
                ? Optional.empty()
                : Optional.of(leaders.get(chance.nextInt(leaders.size())));
    }

    /**
     * Groups as few as can be, for each is as large as there is, and near the first; fewer seats
     * than wished for where there are no more. The seats are taken while the groups are looked for,
     * and given back.
     */
    private List<Place> groups(Wish.Best wish, Comparator<Block> order) {
        var chosen = new ArrayList<Place>();
        var size = wish.quantity();
        while (size > 0 && chosen.size() < wish.quantity()) {
            size = Math.min(size, wish.quantity() - chosen.size());
            var group = best(wish, size, order, chosen, 1, RandomGenerator.getDefault());
            if (group.isEmpty()) {
                size--;
                continue;
            }
            for (var place : group.get().places()) {
                place.isFree = false;
                chosen.add(place);
            }
        }
        chosen.forEach(place -> place.isFree = true);
        return chosen;
    }

    private static boolean isOverBudget(Wish.Best wish, List<Place> chosen) {
        var budget = wish.budget();
        return budget != null
                && chosen.stream().mapToLong(place -> place.seat.price().amount()).sum()
                        > budget.amount();
    }

    /** Honest about what could be had: as many together, or as many in all. */
    private Refusal refusal(Wish.Best wish) {
        if (wish.section() != null && nobodyIs(seat -> seat.section().equals(wish.section()))) {
            return Refusal.of(Refusal.Reason.UNKNOWN_SECTION);
        }
        if (wish.grade() != null && nobodyIs(seat -> seat.grade().equals(wish.grade()))) {
            return Refusal.of(Refusal.Reason.UNKNOWN_GRADE);
        }
        var inAll = inAll(wish);
        if (inAll < wish.quantity()) {
            return Refusal.of(Refusal.Reason.NOT_ENOUGH_SEATS, limit(wish, inAll));
        }
        var together = wish.quantity() - 1;
        while (together > 0
                && best(wish, together, Block.CHEAPEST, List.of(), 1, RandomGenerator.getDefault())
                        .isEmpty()) {
            together--;
        }
        return Refusal.of(Refusal.Reason.NOT_TOGETHER, limit(wish, together));
    }

    private static PolicyLimit limit(Wish.Best wish, int remaining) {
        return new PolicyLimit("BestAvailable", wish.quantity(), remaining);
    }

    private boolean nobodyIs(Predicate<PlannedSeat> wanted) {
        return places.stream().noneMatch(place -> wanted.test(place.seat));
    }

    /** Seats that could be had wherever they are, as many as asked for at most. */
    private int inAll(Wish.Best wish) {
        var left = wish.budget() == null ? Long.MAX_VALUE : wish.budget().amount();
        var cheapest =
                places.stream()
                        .filter(place -> place.fits(wish) && isOfKind(wish, place.seat.kind()))
                        .mapToLong(place -> place.seat.price().amount())
                        .sorted()
                        .limit(wish.quantity())
                        .toArray();
        var count = 0;
        for (var price : cheapest) {
            left -= price;
            if (left < 0) {
                break;
            }
            count++;
        }
        return count;
    }

    private static boolean isOfKind(Wish.Best wish, SeatKind kind) {
        return switch (kind) {
            case SEAT, STANDING -> !wish.wheelchair();
            case WHEELCHAIR, COMPANION -> wish.wheelchair();
        };
    }
}
