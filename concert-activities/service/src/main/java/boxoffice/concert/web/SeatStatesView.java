package boxoffice.concert.web;

import boxoffice.concert.domain.SeatMap;
import boxoffice.concert.domain.SeatOnMap;
import boxoffice.concert.domain.SeatState;
import boxoffice.kernel.Money;
import boxoffice.kernel.ScheduleId;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What can be had of a date now, seat by seat in the order of its drawing. It tells what a buyer
 * may know: whether a seat is held or sold is nobody's business.
 *
 * @param seatMap where the drawing is; left out where the venue had no map, and then it is {@code
 *     drawing}
 * @param ageMsMax how old this can be, in milliseconds
 * @param states one character a seat: {@code F} free, {@code T} taken, {@code B} kept back
 * @param grades what seats cost here
 * @param gradeRuns which of them cost what: from the first seat on, so many of the grade that has
 *     this place in {@code grades}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SeatStatesView(
        ScheduleId scheduleId,
        @Nullable URI seatMap,
        @Nullable DrawingView drawing,
        long ageMsMax,
        int seats,
        int freeSeats,
        String states,
        List<ScheduleView.GradeView> grades,
        List<RunView> gradeRuns) {

    /**
     * @param grade counted from 0
     */
    record RunView(int grade, int seats) {}

    private record Tag(String grade, Money price) {}

    /** Of a date whose venue is drawn. */
    static SeatStatesView of(ScheduleId id, SeatMap map) {
        var version = Objects.requireNonNull(map.mapVersion());
        return of(id, DrawingsController.address(map.venueId(), version), null, map.seats());
    }

    /** Of a date whose seats were never drawn. */
    static SeatStatesView of(ScheduleId id, SeatMap map, DrawingView drawing) {
        return of(id, null, drawing, map.seats());
    }

    private static SeatStatesView of(
            ScheduleId id,
            @Nullable URI seatMap,
            @Nullable DrawingView drawing,
            List<SeatOnMap> seats) {
        var states = new StringBuilder(seats.size());
        var tags = new LinkedHashMap<Tag, Integer>();
        var counts = new ArrayList<int[]>();
        var runs = new ArrayList<RunView>();
        var run = -1;
        var runSeats = 0;
        for (var seat : seats) {
            var letter = letter(seat.state());
            states.append(letter);
            var tag = tags.computeIfAbsent(new Tag(seat.grade(), seat.price()), _ -> tags.size());
            if (tag == counts.size()) {
                counts.add(new int[2]);
            }
            counts.get(tag)[0]++;
            counts.get(tag)[1] += letter == 'F' ? 1 : 0;
            if (tag != run && runSeats > 0) {
                runs.add(new RunView(run, runSeats));
                runSeats = 0;
            }
            run = tag;
            runSeats++;
        }
        if (runSeats > 0) {
            runs.add(new RunView(run, runSeats));
        }
        var grades =
                tags.entrySet().stream()
                        .map(tag -> {
                            var count = counts.get(tag.getValue());
                            return new ScheduleView.GradeView(
                                    tag.getKey().grade(), tag.getKey().price(), count[0], count[1]);
                        })
                        .toList();
        var free = grades.stream().mapToInt(ScheduleView.GradeView::freeSeats).sum();
        return new SeatStatesView(
                id,
                seatMap,
                drawing,
                SeatDocuments.AGE_MAX.toMillis(),
                seats.size(),
                free,
                states.toString(),
                grades,
                runs);
    }

    private static char letter(SeatState state) {
        return switch (state) {
            case FREE -> 'F';
            case HELD, SOLD -> 'T';
            case BLOCKED -> 'B';
        };
    }
}
