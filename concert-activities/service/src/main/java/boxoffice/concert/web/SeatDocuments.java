package boxoffice.concert.web;

import boxoffice.concert.domain.Drawing;
import boxoffice.concert.domain.SeatMap;
import boxoffice.concert.store.SeatMaps;
import boxoffice.kernel.ScheduleId;
import com.github.benmanes.caffeine.cache.CacheLoader;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The two documents of a seat map, kept ready in memory: however many look at a house, its seats
 * are read a few times a second. A reader who comes when the states are {@link #FRESH} no more has
 * them read again, once, and gets the last ones like everybody meanwhile; when they are older than
 * {@link #KEPT}, for nobody has looked for a while or the reading takes long, all wait for it.
 */
@Component
class SeatDocuments {

    /** How old the states can be, with what the reading and the way take. */
    static final Duration AGE_MAX = Duration.ofSeconds(1);

    private static final Duration FRESH = Duration.ofMillis(400);
    private static final Duration KEPT = Duration.ofMillis(800);
    private static final int STATES_BYTES_MAX = 16 << 20;
    private static final int DRAWINGS_BYTES_MAX = 32 << 20;

    private final SeatMaps maps;
    private final JsonMapper json;
    private final LoadingCache<ScheduleId, @Nullable States> states;
    private final LoadingCache<DrawingKey, @Nullable DrawnHouse> drawings;

    /**
     * @param readAtNanos when the reading began
     */
    private record States(ReadyDocument document, long readAtNanos) {

        private Duration left() {
            var left = KEPT.minusNanos(System.nanoTime() - readAtNanos);
            return left.isNegative() ? Duration.ZERO : left;
        }
    }

    private record DrawingKey(String venueId, int version) {}

    private record DrawnHouse(int seats, ReadyDocument document) {}

    SeatDocuments(SeatMaps maps, JsonMapper json) {
        this.maps = maps;
        this.json = json;
        states =
                Caffeine.newBuilder()
                        .maximumWeight(STATES_BYTES_MAX)
                        .weigher((ScheduleId id, States read) -> read.document().weight())
                        .refreshAfterWrite(FRESH)
                        .expireAfter(Expiry.writing((ScheduleId id, States read) -> read.left()))
                        .executor(Executors.newVirtualThreadPerTaskExecutor())
                        .build(new StatesLoader());
        drawings =
                Caffeine.newBuilder()
                        .maximumWeight(DRAWINGS_BYTES_MAX)
                        .weigher((DrawingKey key, DrawnHouse house) -> house.document().weight())
                        .build(this::draw);
    }

    /** The states of a date's seats; empty where there is no such date. */
    Optional<ReadyDocument> states(ScheduleId id) {
        return Optional.ofNullable(states.get(id)).map(States::document);
    }

    /** A version of a venue's map; empty where there is none. */
    Optional<ReadyDocument> drawing(String venueId, int version) {
        return Optional.ofNullable(drawings.get(new DrawingKey(venueId, version)))
                .map(DrawnHouse::document);
    }

    private final class StatesLoader implements CacheLoader<ScheduleId, @Nullable States> {

        @Override
        public @Nullable States load(ScheduleId id) {
            return read(id, null);
        }

        @Override
        public @Nullable States reload(ScheduleId id, States before) {
            return read(id, before.document());
        }

        private @Nullable States read(ScheduleId id, @Nullable ReadyDocument before) {
            var now = System.nanoTime();
            return maps.seats(id)
                    .map(map -> json.writeValueAsBytes(view(id, map)))
                    .map(body -> new States(ReadyDocument.of(body, before), now))
                    .orElse(null);
        }
    }

    private SeatStatesView view(ScheduleId id, SeatMap map) {
        return isDrawn(map)
                ? SeatStatesView.of(id, map)
                : SeatStatesView.of(id, map, DrawingView.of(maps.undrawn(id)));
    }

    /** A house of another size is not this one: its order would name the wrong seats. */
    private boolean isDrawn(SeatMap map) {
        if (map.mapVersion() == null) {
            return false;
        }
        var house = drawings.get(new DrawingKey(map.venueId(), map.mapVersion()));
        return house != null && house.seats() == map.seats().size();
    }

    private @Nullable DrawnHouse draw(DrawingKey key) {
        return maps.drawing(key.venueId(), key.version())
                .map(drawing -> house(key, drawing))
                .orElse(null);
    }

    private DrawnHouse house(DrawingKey key, Drawing drawing) {
        var view = DrawingView.of(key.venueId(), key.version(), drawing);
        return new DrawnHouse(
                drawing.seats(), ReadyDocument.of(json.writeValueAsBytes(view), null));
    }
}
