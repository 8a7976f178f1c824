package boxoffice.concert;

import boxoffice.concert.contract.BestSeats;
import boxoffice.concert.contract.CancelSchedule;
import boxoffice.concert.contract.CancelScheduleOutcome;
import boxoffice.concert.contract.Complimentary;
import boxoffice.concert.contract.ConcertActivities;
import boxoffice.concert.contract.HoldOutcome;
import boxoffice.concert.contract.HoldSeats;
import boxoffice.concert.contract.LiveBookings;
import boxoffice.concert.contract.LiveBookingsQuery;
import boxoffice.concert.contract.ReleaseOutcome;
import boxoffice.concert.contract.ReleaseSeats;
import boxoffice.concert.contract.ReleaseSold;
import boxoffice.concert.contract.ReleaseSoldOutcome;
import boxoffice.concert.contract.SellOutcome;
import boxoffice.concert.contract.SellSeats;
import boxoffice.kernel.BookingId;
import boxoffice.kernel.BuyerId;
import boxoffice.kernel.PresaleCode;
import boxoffice.kernel.PromoterId;
import boxoffice.kernel.ScheduleId;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A schedule of its own for a test, its seats, and what a saga would send about them. */
final class House {

    static final Instant CONCERT = Instant.now().truncatedTo(ChronoUnit.DAYS).plusSeconds(864_000);

    final ScheduleId schedule = new ScheduleId("s-" + UUID.randomUUID());
    private final ConcertActivities activities;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    /** On sale since an hour ago, held for five minutes. */
    House(RunningService service, String... seatNos) {
        this(service, Instant.now().minusSeconds(3_600), CONCERT, seatNos);
    }

    House(RunningService service, Instant opensAt, Instant closesAt, String... seatNos) {
        activities = service.bean(ConcertActivities.class);
        jdbc = service.bean(JdbcClient.class);
        transaction = service.bean(TransactionTemplate.class);
        write(
                "insert ignore into venues (venue_id, name, promoter_id)"
                        + " values ('hall', '한강홀', 'park')");
        write(
                "insert ignore into concerts (concert_id, title, promoter_id)"
                        + " values ('gala', '갈라', 'park')");
        writeWith(
                """
                insert into schedules
                    (schedule_id, concert_id, venue_id, starts_at, sale_opens_at, sale_closes_at)
                values (?, 'gala', 'hall', ?, ?, ?)
                """,
                schedule.value(),
                utc(CONCERT),
                utc(opensAt),
                utc(closesAt));
        for (int i = 0; i < seatNos.length; i++) {
            writeWith(
                    """
                    insert into seats (schedule_id, seat_no, section, row_no, number_in_row, grade,
                        price_amount, price_currency)
                    values (?, ?, 'A', 1, ?, 'R', ?, 'KRW')
                    """,
                    schedule.value(),
                    seatNos[i],
                    i + 1,
                    110_000 + i);
        }
    }

    static BookingId booking() {
        return new BookingId(UUID.randomUUID());
    }

    static BuyerId buyer(String name) {
        return new BuyerId(name);
    }

    HoldOutcome hold(BookingId booking, String... seatNos) {
        return hold(booking, buyer("mina"), seatNos);
    }

    HoldOutcome hold(BookingId booking, BuyerId buyer, String... seatNos) {
        return holdStarted(booking, buyer, Instant.now(), seatNos);
    }

    HoldOutcome holdStarted(
            BookingId booking, BuyerId buyer, Instant startedAt, String... seatNos) {
        return activities.holdSeats(
                new HoldSeats(booking, buyer, schedule, List.of(seatNos), startedAt));
    }

    /** The best so many, together. */
    HoldOutcome holdBest(BookingId booking, BuyerId buyer, int quantity) {
        return hold(booking, buyer, new BestSeats(quantity, null, null, null, false, false));
    }

    HoldOutcome hold(BookingId booking, BuyerId buyer, BestSeats best) {
        return activities.holdSeats(
                new HoldSeats(
                        booking, buyer, schedule, List.of(), best, Instant.now(), null, null));
    }

    HoldOutcome holdByCode(BookingId booking, String code, String... seatNos) {
        return activities.holdSeats(
                new HoldSeats(
                        booking,
                        buyer("mina"),
                        schedule,
                        List.of(seatNos),
                        null,
                        Instant.now(),
                        PresaleCode.hash(schedule, code),
                        null));
    }

    /**
     * @param promoter null for an operator
     */
    HoldOutcome give(BookingId booking, @Nullable String promoter, String... seatNos) {
        var gift = new Complimentary(promoter == null ? null : new PromoterId(promoter));
        return activities.holdSeats(
                new HoldSeats(
                        booking,
                        buyer("mina"),
                        schedule,
                        List.of(seatNos),
                        null,
                        Instant.now(),
                        null,
                        gift));
    }

    ReleaseOutcome release(BookingId booking) {
        return activities.releaseSeats(new ReleaseSeats(booking, buyer("mina"), schedule));
    }

    SellOutcome sell(BookingId booking, String... seatNos) {
        return activities.sellSeats(new SellSeats(booking, schedule, List.of(seatNos)));
    }

    ReleaseSoldOutcome releaseSold(BookingId booking, String... seatNos) {
        return activities.releaseSold(new ReleaseSold(booking, schedule, List.of(seatNos)));
    }

    /**
     * @param promoter null for an operator
     */
    CancelScheduleOutcome cancel(@Nullable String promoter) {
        return activities.cancelSchedule(
                new CancelSchedule(schedule, promoter == null ? null : new PromoterId(promoter)));
    }

    CancelScheduleOutcome cancelAnUnknownOne() {
        return activities.cancelSchedule(new CancelSchedule(new ScheduleId("none"), null));
    }

    /** The live bookings by pages of that size. */
    List<LiveBookings.LiveBooking> live(int limit) {
        var all = new ArrayList<LiveBookings.LiveBooking>();
        while (true) {
            var after = all.isEmpty() ? null : all.getLast().bookingId();
            var page =
                    activities.bookingsOf(new LiveBookingsQuery(schedule, after, limit)).bookings();
            all.addAll(page);
            if (page.size() < limit) {
                return all;
            }
        }
    }

    void block(String seatNo) {
        writeWith(
                "update seats set state = 'BLOCKED' where schedule_id = ? and seat_no = ?",
                schedule.value(),
                seatNo);
    }

    void openNow() {
        writeWith(
                "update schedules set sale_opens_at = ? where schedule_id = ?",
                utc(Instant.now().minusSeconds(1)),
                schedule.value());
    }

    /** The seats in one line, each with its state: {@code A-1:FREE A-2:HELD}. */
    String seats() {
        return read(
                """
                select coalesce(group_concat(concat(seat_no, ':', state) order by seat_no
                    separator ' '), '')
                from seats where schedule_id = ?
                """,
                schedule.value());
    }

    long ownedBy(BookingId booking) {
        return Long.parseLong(
                read("select count(*) from seats where booking_id = ?", booking.toString()));
    }

    /** The state of the booking's row, or NONE. */
    String row(BookingId booking) {
        return read(
                "select coalesce(max(state), 'NONE') from seat_holds where booking_id = ?",
                booking.toString());
    }

    long rows() {
        return Long.parseLong(
                read("select count(*) from seat_holds where schedule_id = ?", schedule.value()));
    }

    void inTransactionThatRollsBack(Runnable work) {
        transaction.executeWithoutResult(status -> {
            work.run();
            status.setRollbackOnly();
        });
    }

    private void write(String sql) {
        writeWith(sql);
    }

    void writeWith(String sql, Object... values) {
        transaction.executeWithoutResult(status -> jdbc.sql(sql).params(List.of(values)).update());
    }

    String read(String sql, Object... values) {
        return jdbc.sql(sql).params(List.of(values)).query((row, n) -> row.getString(1)).single();
    }

    static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant.truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC);
    }
}
