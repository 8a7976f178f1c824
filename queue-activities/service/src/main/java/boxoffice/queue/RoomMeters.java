package boxoffice.queue;

import boxoffice.queue.domain.RoomNow;
import boxoffice.queue.store.Doorkeeper;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The rooms' numbers as gauges, one of each per room: what every instance sees alike, so the
 * highest of the instances is the room's, not their sum. Labels are bounded: the rooms with the
 * most people in front of them have some, and no more than so many.
 */
@Component
class RoomMeters {

    static final int ROOMS_MAX = 50;

    private final Doorkeeper doorkeeper;
    private final MultiGauge waiting;
    private final MultiGauge inside;
    private final MultiGauge admitted;
    private final MultiGauge cap;
    private final MultiGauge rate;

    RoomMeters(Doorkeeper doorkeeper, MeterRegistry meters) {
        this.doorkeeper = doorkeeper;
        waiting = gauge(meters, "boxoffice.room.waiting", "in the pool and in the line");
        inside = gauge(meters, "boxoffice.room.inside", "with a pass, or in a booking");
        admitted = gauge(meters, "boxoffice.room.admitted.per.second", "over the last half minute");
        cap = gauge(meters, "boxoffice.room.cap", "inside at once, at most");
        rate = gauge(meters, "boxoffice.room.rate.per.second", "let in within a second, at most");
    }

    private static MultiGauge gauge(MeterRegistry meters, String name, String description) {
        return MultiGauge.builder(name).description(description).register(meters);
    }

    @Scheduled(fixedDelayString = "${boxoffice.queue.count-rooms-every:PT5S}")
    void count() {
        var rooms =
                doorkeeper.rooms().stream()
                        .sorted(Comparator.comparingInt(RoomNow::waiting).reversed())
                        .limit(ROOMS_MAX)
                        .toList();
        show(waiting, rooms, RoomNow::waiting);
        show(inside, rooms, RoomNow::inside);
        show(admitted, rooms, RoomNow::admittedPerSecond);
        show(cap, rooms, room -> room.room().settings().cap());
        show(rate, rooms, room -> room.room().settings().ratePerSecond());
    }

    private static void show(
            MultiGauge gauge, List<RoomNow> rooms, ToDoubleFunction<RoomNow> number) {
        gauge.register(
                rooms.stream()
                        .map(room ->
                                Row.of(
                                        Tags.of("schedule", room.room().scheduleId().value()),
                                        number.applyAsDouble(room)))
                        .toList(),
                true);
    }
}
