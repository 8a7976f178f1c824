package boxoffice.system;

import boxoffice.local.system.Service;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Seats that no other test has, neighbours in a row. */
final class Seats {
    private Seats() {}

    /** On sale, with five minutes to pay, 2,400 seats. */
    static final String ARENA = "city-lights-1";

    /** The same house on another day, for those who only make noise. */
    static final String NEXT_DAY = "city-lights-2";

    /** On sale, with eight seconds to pay once a seat of it was asked for here. */
    static final String SHORT_HOLD = "winter-serenade-2";

    /** What a seat of the blocks that are handed out here costs. */
    static final long ARENA_PRICE = 99_000;

    static final long SHORT_HOLD_PRICE = 66_000;

    /** On sale, with two seconds to pay once a seat of it was asked for here. */
    static final String BLINK = "winter-serenade-3";

    private static final int SHORT_HOLD_SECONDS = 8;
    private static final int BLINK_SECONDS = 2;
    private static final AtomicInteger NEXT_BLINK = new AtomicInteger();
    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final AtomicInteger NEXT_NOISE = new AtomicInteger();
    private static final AtomicInteger NEXT_SHORT = new AtomicInteger();

    static List<String> inTheArena(int count) {
        return neighbours("U", 40, NEXT, count);
    }

    static List<String> onTheNextDay(int count) {
        return neighbours("U", 40, NEXT_NOISE, count);
    }

    static List<String> withAShortHold(int count) {
        hold(SHORT_HOLD, SHORT_HOLD_SECONDS);
        return neighbours("C", 16, NEXT_SHORT, count);
    }

    static List<String> heldForABlink(int count) {
        hold(BLINK, BLINK_SECONDS);
        return neighbours("C", 16, NEXT_BLINK, count);
    }

    private static void hold(String schedule, int seconds) {
        Sql.update(
                Service.CONCERT,
                "update schedules set hold_seconds = ? where schedule_id = ?",
                seconds,
                schedule);
    }

    /** May cross into the next row: to the saga a seat is a seat. */
    private static List<String> neighbours(
            String section, int perRow, AtomicInteger next, int count) {
        var first = next.getAndAdd(count);
        return IntStream.range(first, first + count)
                .mapToObj(n -> section + "-" + (n / perRow + 1) + "-" + (n % perRow + 1))
                .toList();
    }

    static String state(String schedule, String seat) {
        return Sql.text(
                Service.CONCERT,
                "select state from seats where schedule_id = ? and seat_no = ?",
                schedule,
                seat);
    }

    /** How many of the schedule's seats are held or sold. */
    static long taken(String schedule) {
        return Sql.number(
                Service.CONCERT,
                "select count(*) from seats where schedule_id = ? and state in ('HELD', 'SOLD')",
                schedule);
    }
}
