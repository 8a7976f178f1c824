package boxoffice.queue.store;

import boxoffice.kernel.ScheduleId;
import boxoffice.persistence.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** The room's row while a step has it. */
final class SteppedRoom {

    static final long MICROS = 1_000_000;

    /** Without a step for so long nobody could give a sign of life: their grace begins anew. */
    private static final Duration DEAF = Duration.ofSeconds(5);

    final ScheduleId schedule;
    final String state;
    final int cap;
    final int rate;
    final Instant opensAt;
    final Duration grace;
    final Duration passLife;
    final boolean shuffle;
    final String seed;
    final Instant now;
    final Instant steppedAt;
    @Nullable Instant drawnAt;
    @Nullable Instant placedAt;
    Instant listeningSince;
    long numbered;
    long watermark;
    long creditMicros;

    SteppedRoom(ScheduleId schedule, ResultSet row) throws SQLException {
        this.schedule = schedule;
        state = row.getString("state");
        cap = row.getInt("cap");
        rate = row.getInt("rate");
        opensAt = instant(row, "opens_at");
        grace = Duration.ofSeconds(row.getInt("grace_seconds"));
        passLife = Duration.ofSeconds(row.getInt("pass_seconds"));
        shuffle = row.getBoolean("shuffle");
        seed = row.getString("seed");
        now = instant(row, "now_at");
        steppedAt = instant(row, "stepped_at");
        drawnAt = Timestamps.instantOrNull(row.getObject("drawn_at", LocalDateTime.class));
        placedAt = Timestamps.instantOrNull(row.getObject("placed_at", LocalDateTime.class));
        listeningSince = instant(row, "listening_since");
        numbered = row.getLong("numbered");
        watermark = row.getLong("watermark");
        creditMicros = row.getLong("credit_micros");
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return Timestamps.instant(row.getObject(column, LocalDateTime.class));
    }

    /** What the rate has brought since the last step; one second of it can be saved up. */
    void earn() {
        var passed = Duration.between(steppedAt, now);
        var seconds = Math.min(1.0, Math.max(0, passed.toNanos() / 1e9));
        creditMicros = Math.min(rate * MICROS, creditMicros + (long) (seconds * rate * MICROS));
        if (passed.compareTo(DEAF) > 0) {
            listeningSince = now;
        }
    }

    boolean isOpen() {
        return !state.equals("CLOSED") && !now.isBefore(opensAt);
    }

    boolean letsIn() {
        return drawnAt != null && (state.equals("OPEN") || state.equals("DRAINING"));
    }

    boolean beginsASecond() {
        return now.getEpochSecond() != steppedAt.getEpochSecond();
    }
}
