package boxoffice.concert.store;

import boxoffice.concert.domain.DrawnMap;
import boxoffice.concert.domain.Venue;
import boxoffice.concert.domain.VenueDraft;
import boxoffice.kernel.PromoterId;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Houses and the versions of their maps, for those who set them up. A venue is one promoter's; null
 * for a promoter is an operator, whom it does not matter whose it is.
 */
@Component
public class Venues {

    /** Venues in one list at most. */
    private static final String VENUES =
            """
            select v.venue_id, v.name, v.name_en, v.city, v.time_zone, v.promoter_id,
                v.map_version,
                (select count(*) from map_seats m
                 where m.venue_id = v.venue_id and m.version = v.map_version) as seats
            from venues v
            where (:promoter is null or v.promoter_id = :promoter)
            """;

    private static final String AFTER =
            """
            and (:name is null or v.name > :name or (v.name = :name and v.venue_id > :venueId))
            """;

    private final JdbcClient jdbc;
    private final MapWrites maps;
    private final Clock clock;

    Venues(JdbcClient jdbc, MapWrites maps, Clock clock) {
        this.jdbc = jdbc;
        this.maps = maps;
        this.clock = clock;
    }

    private record VenueRow(
            String venueId,
            String name,
            @Nullable String nameEn,
            String city,
            String timeZone,
            String promoterId,
            int mapVersion,
            int seats) {

        private Venue venue() {
            return new Venue(
                    venueId,
                    name,
                    nameEn,
                    city,
                    ZoneId.of(timeZone),
                    new PromoterId(promoterId),
                    mapVersion,
                    seats);
        }
    }

    /**
     * Opens a house with the first version of its map.
     *
     * @return false where there is one of that id, whosever
     */
    @Transactional
    public boolean create(VenueDraft venue, PromoterId promoterId, DrawnMap map) {
        try {
            jdbc.sql(
                            """
                            insert into venues
                                (venue_id, name, name_en, city, time_zone, promoter_id, map_version)
                            values (:venueId, :name, :nameEn, :city, :timeZone, :promoterId, 1)
                            """)
                    .param("venueId", venue.venueId())
                    .param("name", venue.name())
                    .param("nameEn", venue.nameEn())
                    .param("city", venue.city())
                    .param("timeZone", venue.zone().getId())
                    .param("promoterId", promoterId.value())
                    .update();
        } catch (DuplicateKeyException e) {
            return false;
        }
        maps.insert(venue.venueId(), 1, map, clock.instant());
        return true;
    }

    /**
     * Adds a version to the house's maps; dates that are there keep theirs. Two at once on one
     * house are one, and a lock not had in time or a version that is there: thrown, with nothing
     * changed.
     *
     * @return the version; empty where there is no such house, or it is another's
     */
    @Transactional
    public Optional<Integer> addMap(String venueId, @Nullable PromoterId promoterId, DrawnMap map) {
        var version = find(venueId, promoterId).map(venue -> venue.mapVersion() + 1);
        // The house's own row is written last: until then dates can be opened there.
        version.ifPresent(next -> {
            maps.insert(venueId, next, map, clock.instant());
            jdbc.sql("update venues set map_version = :next where venue_id = :venueId")
                    .param("next", next)
                    .param("venueId", venueId)
                    .update();
        });
        return version;
    }

    @Transactional
    public Optional<Venue> find(String venueId, @Nullable PromoterId promoterId) {
        return jdbc.sql(VENUES + "and v.venue_id = :venueId")
                .param("promoter", Objects.toString(promoterId, null))
                .param("venueId", venueId)
                .query(DataClassRowMapper.newInstance(VenueRow.class))
                .optional()
                .map(VenueRow::venue);
    }

    /** Where a page of venues ends. */
    public record Position(String name, String venueId) {
        public static Position of(Venue venue) {
            return new Position(venue.name(), venue.venueId());
        }
    }

    /**
     * By name.
     *
     * @param after the last one of the page before; null for the first page
     */
    @Transactional
    public List<Venue> byName(@Nullable PromoterId promoterId, @Nullable Position after, int rows) {
        return jdbc
                .sql(VENUES + AFTER + "order by v.name, v.venue_id limit :rows")
                .param("promoter", Objects.toString(promoterId, null))
                .param("name", after == null ? null : after.name())
                .param("venueId", after == null ? null : after.venueId())
                .param("rows", rows)
                .query(DataClassRowMapper.newInstance(VenueRow.class))
                .list()
                .stream()
                .map(VenueRow::venue)
                .toList();
    }
}
