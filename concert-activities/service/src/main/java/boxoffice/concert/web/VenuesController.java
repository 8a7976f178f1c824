package boxoffice.concert.web;

import boxoffice.concert.domain.DrawnMap;
import boxoffice.concert.domain.Flaws;
import boxoffice.concert.domain.MapDraft;
import boxoffice.concert.domain.Venue;
import boxoffice.concert.domain.VenueDraft;
import boxoffice.concert.store.Venues;
import boxoffice.web.Answers;
import boxoffice.web.ApiProblem;
import boxoffice.web.IdempotencyKey;
import boxoffice.web.Paging;
import boxoffice.web.Staff;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.swagger.v3.oas.annotations.Parameter;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Houses and their seat maps, for promoters. A map is taken whole or not at all, and all that is
 * wrong with it is told with the lines where it stands.
 */
@RestController
@RequestMapping("/api/venues")
class VenuesController {

    private static final String INVALID = "map-invalid";

    private static final Paging<Venues.Position> PAGES =
            new Paging<>(
                    "venues",
                    last -> List.of(last.name(), last.venueId()),
                    texts -> new Venues.Position(texts.get(0), texts.get(1)));

    private final Venues venues;
    private final BackOffice office;
    private final JsonMapper json;

    VenuesController(Venues venues, BackOffice office, JsonMapper json) {
        this.venues = venues;
        this.office = office;
        this.json = json;
    }

    record VenueSetupView(
            String venueId,
            String name,
            @Nullable String nameEn,
            String city,
            String timeZone,
            int mapVersion,
            int seats) {

        private static VenueSetupView of(Venue venue) {
            return new VenueSetupView(
                    venue.venueId(),
                    venue.name(),
                    venue.nameEn(),
                    venue.city(),
                    venue.zone().getId(),
                    venue.mapVersion(),
                    venue.seats());
        }
    }

    /**
     * @param next the cursor of the page after this one; left out on the last page
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record VenueSetupsView(List<VenueSetupView> venues, @Nullable String next) {}

    /**
     * A page of a promoter's own, of all to an operator; by name.
     *
     * @param limit venues at most, 1 to 100; else 400 limit-invalid
     * @param cursor the {@code next} of the page before; anything else is 400 cursor-invalid
     */
    @Answers("400 limit-invalid cursor-invalid")
    @GetMapping
    VenueSetupsView all(
            Staff staff,
            @RequestParam(defaultValue = "20") String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var whose = BackOffice.whose(staff);
        var asked = PAGES.asked(limit, cursor, whose);
        var page =
                asked.page(venues.byName(whose, asked.after(), asked.rows()), Venues.Position::of);
        return new VenueSetupsView(
                page.items().stream().map(VenueSetupView::of).toList(), page.next());
    }

    @Answers("404 venue-not-found")
    @GetMapping("/{id}")
    VenueSetupView one(
            Staff staff, @Parameter(example = "han-river-stage") @PathVariable String id) {
        return venues.find(id, BackOffice.whose(staff))
                .map(VenueSetupView::of)
                .orElseThrow(VenuesController::unknown);
    }

    /** Opens a house with the first version of its map, 1 to 100,000 places. */
    @Answers(
            value = {
                "201 Location",
                "400 venue-invalid body-missing",
                "409 id-taken busy request-in-flight Retry-After?"
            },
            body = VenueSetupView.class,
            request = VenueRequest.class,
            example = VenueRequest.EXAMPLE)
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> create(Staff staff, IdempotencyKey key, @RequestBody byte[] body) {
        var flaws = new Flaws();
        var draft = new MapDraft(flaws);
        var others = JsonMaps.read(json, new ByteArrayInputStream(body), draft, flaws);
        var fields = new VenueFields(others, flaws);
        var venue = fields.venue();
        var map = draft.drawn(fields.stage("x"), fields.stage("y"));
        fields.tellUnknown();
        BackOffice.refuse("venue-invalid", flaws);
        return office.once(
                staff,
                key,
                "POST /api/venues",
                body,
                () -> created(staff, venue, map.orElseThrow()));
    }

    private ResponseEntity<VenueSetupView> created(Staff staff, VenueDraft venue, DrawnMap map) {
        if (!venues.create(venue, staff.promoterId(), map)) {
            throw BackOffice.idTaken("venueId");
        }
        var made = venues.find(venue.venueId(), null).orElseThrow();
        return ResponseEntity.created(URI.create("/api/venues/" + venue.venueId()))
                .body(VenueSetupView.of(made));
    }

    /** Adds a version of the map, as JSON with stage and sections. Dates keep theirs. */
    @Answers(
            value = {
                "201 Location",
                "400 map-invalid body-missing",
                "404 venue-not-found",
                "409 map-changed busy request-in-flight Retry-After?"
            },
            body = VenueSetupView.class,
            request = SeatMapRequest.class,
            example = SeatMapRequest.EXAMPLE)
    @PostMapping(path = "/{id}/seat-map", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> addMap(
            Staff staff,
            IdempotencyKey key,
            @Parameter(example = "han-river-stage") @PathVariable String id,
            @RequestBody byte[] body) {
        mine(staff, id);
        var flaws = new Flaws();
        var draft = new MapDraft(flaws);
        Map<String, JsonNode> others =
                JsonMaps.read(json, new ByteArrayInputStream(body), draft, flaws);
        var fields = new VenueFields(others, flaws);
        var map = draft.drawn(fields.stage("x"), fields.stage("y"));
        fields.tellUnknown();
        BackOffice.refuse(INVALID, flaws);
        return added(staff, key, id, body, map);
    }

    /** The same as CSV, a line a seat; the stage is where the query says. */
    @Answers(
            value = {
                "201 Location",
                "400 map-invalid body-missing",
                "404 venue-not-found",
                "409 map-changed busy request-in-flight Retry-After?"
            },
            body = VenueSetupView.class,
            example =
"""
section,row,number,x,y
A,1,1,10,10
A,1,2,20,10
A,1,3,40,10
A,1,4,50,10
""")
    @PostMapping(path = "/{id}/seat-map", consumes = "text/csv")
    ResponseEntity<byte[]> addMapAsCsv(
            Staff staff,
            IdempotencyKey key,
            @Parameter(example = "han-river-stage") @PathVariable String id,
            @RequestParam(defaultValue = "0") int stageX,
            @RequestParam(defaultValue = "0") int stageY,
            @RequestBody byte[] body) {
        mine(staff, id);
        var flaws = new Flaws();
        var draft = new MapDraft(flaws);
        CsvMaps.read(new ByteArrayInputStream(body), draft, flaws);
        var map = draft.drawn(stageX, stageY);
        BackOffice.refuse(INVALID, flaws);
        return added(staff, key, id, List.of(stageX, stageY, body), map);
    }

    private ResponseEntity<byte[]> added(
            Staff staff, IdempotencyKey key, String id, Object request, Optional<DrawnMap> map) {
        try {
            return office.once(
                    staff,
                    key,
                    "POST /api/venues/" + id + "/seat-map",
                    request,
                    () -> {
                        if (venues.addMap(id, BackOffice.whose(staff), map.orElseThrow())
                                .isEmpty()) {
                            throw unknown();
                        }
                        return ResponseEntity.created(URI.create("/api/venues/" + id))
                                .body(VenueSetupView.of(mine(staff, id)));
                    });
        } catch (DuplicateKeyException e) {
            throw new ApiProblem(
                    HttpStatus.CONFLICT,
                    "map-changed",
                    "Another version of this map came in meanwhile. Look at it, then send yours"
                            + " again.");
        }
    }

    /** Before a large body is read. */
    private Venue mine(Staff staff, String id) {
        return venues.find(id, BackOffice.whose(staff)).orElseThrow(VenuesController::unknown);
    }

    private static ApiProblem unknown() {
        return new ApiProblem(
                HttpStatus.NOT_FOUND,
                "venue-not-found",
                "You have no such venue. See /api/venues.");
    }
}
