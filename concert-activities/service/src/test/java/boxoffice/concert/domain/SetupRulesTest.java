package boxoffice.concert.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SetupRulesTest {

    private static final Instant NOW = Instant.parse("2026-12-01T00:00:00Z");

    private final Flaws flaws = new Flaws();

    @Test
    void aDateOnlyMovesWhereItsPromoterMayMoveIt() {
        assertThat(ScheduleState.ON_SALE.sources())
                .containsExactly(ScheduleState.DRAFT, ScheduleState.ON_SALE, ScheduleState.PAUSED);
        assertThat(ScheduleState.PAUSED.sources())
                .containsExactly(ScheduleState.ON_SALE, ScheduleState.PAUSED);
        assertThat(ScheduleState.CLOSED.sources())
                .containsExactly(ScheduleState.ON_SALE, ScheduleState.PAUSED, ScheduleState.CLOSED);
        assertThat(ScheduleState.DRAFT.sources()).containsExactly(ScheduleState.DRAFT);
    }

    @Test
    void aTimeIsTheVenuesOrAnInstantAndNeverAnHourThatComesTwice() {
        var seoul = new VenueTimes(ZoneId.of("Asia/Seoul"), NOW, flaws);
        var instant = Instant.parse("2026-12-24T10:30:00Z");
        assertThat(seoul.read("startsAt", "2026-12-24T19:30")).isEqualTo(instant);
        assertThat(seoul.read("startsAt", "2026-12-24T10:30:00Z")).isEqualTo(instant);
        assertThat(seoul.read("startsAt", "2026-12-24T11:30:00+01:00")).isEqualTo(instant);
        assertThat(flaws.isEmpty()).isTrue();

        new VenueTimes(ZoneId.of("Europe/Vienna"), NOW, flaws).read("at", "2027-10-31T02:30");
        new VenueTimes(ZoneId.of("Europe/Vienna"), NOW, flaws).read("at", "2027-03-28T02:30");
        seoul.read("at", "2099-01-01T00:00");
        seoul.read("at", "+999999999-01-01T00:00");
        assertThat(flaws.shown())
                .extracting(Flaw::code)
                .containsExactly(
                        "time-ambiguous", "time-ambiguous", "time-too-far", "time-too-far");
    }

    @Test
    void aPlaceIsAsNearAsTheDrawingHasItUnlessItIsSaid() {
        var draft = new MapDraft(flaws);
        draft.seat(seat(1, 1, null, null).in("A").inRow("1"));
        draft.seat(seat(2, 2, null, 4).in("A").inRow("1"));
        draft.standing(seat(3, null, null, null).in("P"), "Pit", 2);
        var map = draft.drawn(3, 0).orElseThrow();

        assertThat(map.places())
                .extracting(place -> place.seatNo() + " " + place.nearness())
                .containsExactly("A-1-1 5", "A-1-2 4", "P-1 5", "P-2 5");
        assertThat(map.sections())
                .containsExactly(new MapSection("A", "A", false), new MapSection("P", "Pit", true));
    }

    @Test
    void aMapTakesNoMoreThanItsSeats() {
        var draft = new MapDraft(flaws);
        for (int area = 0; area < 4; area++) {
            draft.standing(seat(area + 2, null, null, null).in("P" + area), null, 30_000);
        }
        assertThat(draft.isFull()).isTrue();
        assertThat(draft.drawn(0, 0)).isEmpty();
        assertThat(flaws.shown()).extracting(Flaw::code).isEqualTo(List.of("seats-too-many"));
    }

    @Test
    void flawsAreCountedOnPastWhatIsShown() {
        for (int i = 0; i < 250; i++) {
            flaws.add("x", "y", "z");
        }
        assertThat(flaws.shown()).hasSize(Flaws.SHOWN_MAX);
        assertThat(flaws.count()).isEqualTo(250);
    }

    private static MapLine seat(
            int line, @Nullable Integer number, @Nullable String kind, @Nullable Integer nearness) {
        return new MapLine(line, null, null, number, kind, null, false, 0, 4, nearness);
    }
}
