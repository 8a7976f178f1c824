package boxoffice.concert.web;

import boxoffice.concert.domain.SeatOnMap;
import boxoffice.concert.domain.SeatState;
import boxoffice.kernel.Money;
import boxoffice.kernel.ScheduleId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * The seats of one schedule. Seats of the same section, grade and price stand together, so that a
 * house of thousands stays a short answer.
 */
record SeatMapView(ScheduleId scheduleId, int seats, int freeSeats, List<BlockView> blocks) {

    record BlockView(String section, String grade, Money price, List<SeatView> seats) {}

    record SeatView(String seatNo, Availability state) {}

    /** What a buyer may know: whether a seat is held or sold is nobody's business. */
    enum Availability {
        FREE,
        TAKEN,
        BLOCKED;

        private static Availability of(SeatState state) {
            return switch (state) {
                case FREE -> FREE;
                case HELD, SOLD -> TAKEN;
                case BLOCKED -> BLOCKED;
            };
        }
    }

    private record Block(String section, String grade, Money price) {}

    static SeatMapView of(ScheduleId scheduleId, List<SeatOnMap> seats) {
        var blocks = new LinkedHashMap<Block, List<SeatView>>();
        var free = 0;
        for (var seat : seats) {
            var block = new Block(seat.section(), seat.grade(), seat.price());
            var state = Availability.of(seat.state());
            blocks.computeIfAbsent(block, ignored -> new ArrayList<>())
                    .add(new SeatView(seat.seatNo(), state));
            free += state == Availability.FREE ? 1 : 0;
        }
        var views =
                blocks.entrySet().stream()
                        .map(entry ->
                                new BlockView(
                                        entry.getKey().section(),
                                        entry.getKey().grade(),
                                        entry.getKey().price(),
                                        entry.getValue()))
                        .toList();
        return new SeatMapView(scheduleId, seats.size(), free, views);
    }
}
