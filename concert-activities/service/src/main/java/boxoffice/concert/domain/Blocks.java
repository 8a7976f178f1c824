package boxoffice.concert.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;

/**
 * Finds seats that belong together. Those side by side make a stretch: it ends with its row, at an
 * aisle and where a number is missing. A standing area is one stretch of all that is free in it,
 * for there one place is as near as the next. A wheelchair place goes with its companions' seats.
 */
final class Blocks {

    private final boolean orphanRule;
    private final List<List<Place>> stretches = new ArrayList<>();
    private final Map<String, List<Place>> standing = new LinkedHashMap<>();
    private final Map<String, List<Place>> withCompanions = new LinkedHashMap<>();

    /**
     * @param places in the order of the house
     */
    Blocks(List<Place> places, boolean orphanRule) {
        this.orphanRule = orphanRule;
        for (var place : places) {
            var seat = place.seat;
            switch (seat.kind()) {
                case SEAT -> addToStretch(place);
                case STANDING ->
                        standing.computeIfAbsent(seat.section(), _ -> new ArrayList<>()).add(place);
                case WHEELCHAIR -> group(seat.seatNo()).addFirst(place);
                case COMPANION ->
                        group(Objects.requireNonNullElse(seat.companionOf(), "")).add(place);
            }
        }
    }

    private void addToStretch(Place place) {
        if (stretches.isEmpty() || !stretches.getLast().getLast().seat.isBeside(place.seat)) {
            stretches.add(new ArrayList<>());
        }
        stretches.getLast().add(place);
    }

    private List<Place> group(String wheelchairPlace) {
        return withCompanions.computeIfAbsent(wheelchairPlace, _ -> new ArrayList<>());
    }

    /**
     * Goes through all blocks of that size that the wish allows, those over its budget left out.
     *
     * @param extra what is added to a block's farness for its first seat
     */
    void each(Wish.Best wish, int size, ToLongFunction<PlannedSeat> extra, Consumer<Block> blocks) {
        Consumer<Block> affordable =
                block -> {
                    if (wish.budget() == null || block.price() <= wish.budget().amount()) {
                        blocks.accept(block);
                    }
                };
        if (wish.wheelchair()) {
            withCompanions
                    .values()
                    .forEach(group -> withWheelchair(wish, group, size, extra, affordable));
            return;
        }
        stretches.forEach(stretch -> windows(wish, stretch, size, orphanRule, extra, affordable));
        for (var area : standing.values()) {
            var free =
                    area.stream()
                            .filter(place -> place.isFree)
                            .sorted(Comparator.comparingInt(place -> place.seat.nearness()))
                            .toList();
            windows(wish, free, size, false, extra, affordable);
        }
    }

    private static void withWheelchair(
            Wish.Best wish,
            List<Place> group,
            int size,
            ToLongFunction<PlannedSeat> extra,
            Consumer<Block> blocks) {
        var fitting = group.stream().filter(place -> place.fits(wish)).limit(size).toList();
        if (fitting.size() == size && fitting.getFirst().seat.kind() == SeatKind.WHEELCHAIR) {
            var first = fitting.getFirst().seat;
            blocks.accept(
                    new Block(
                            fitting,
                            0,
                            farness(fitting) + extra.applyAsLong(first),
                            price(fitting)));
        }
    }

    private static void windows(
            Wish.Best wish,
            List<Place> stretch,
            int size,
            boolean minded,
            ToLongFunction<PlannedSeat> extra,
            Consumer<Block> blocks) {
        var run = 0;
        for (var end = 1; end <= stretch.size(); end++) {
            run = stretch.get(end - 1).fits(wish) ? run + 1 : 0;
            if (run >= size) {
                var from = end - size;
                var places = stretch.subList(from, end);
                blocks.accept(
                        new Block(
                                places,
                                minded ? NoOrphanSeats.leftBy(stretch, from, end) : 0,
                                farness(places) + extra.applyAsLong(places.getFirst().seat),
                                price(places)));
            }
        }
    }

    private static long farness(List<Place> places) {
        var sum = 0L;
        for (var place : places) {
            sum += place.seat.nearness();
        }
        return sum;
    }

    private static long price(List<Place> places) {
        var sum = 0L;
        for (var place : places) {
            sum += place.seat.price().amount();
        }
        return sum;
    }
}
