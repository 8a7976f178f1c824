package boxoffice.system;

import static org.assertj.core.api.Assertions.assertThat;

import boxoffice.local.system.Service;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * Bookings that are each stopped in the middle of one step by a row lock held from outside: one
 * while reserving, one while settling or charging, one while undoing.
 */
final class Stall implements AutoCloseable {

    private final Service owner;
    private final List<Lock> locks = new ArrayList<>();
    private final Buyer buyer = Buyer.withPoints(10_000_000);
    private final String reserving = buyer.idOf("reserving");
    private final List<String> reservingSeats = Seats.inTheArena(2);
    private String settling = "";
    private String undoing = "";

    private Stall(Service owner) {
        this.owner = owner;
    }

    /** Returns when all three steps wait for their rows. */
    static Stall inTheMiddleOf(Service owner) {
        var stall = new Stall(owner);
        stall.settling = stall.held("settling");
        switch (owner) {
            case CONCERT -> stall.lockConcert();
            case ORDER -> stall.lockOrder();
            case PAYMENT -> stall.lockPayment();
            case QUEUE -> stall.lockQueue();
            case BOOKING -> stall.lockPayment();
        }
        stall.send();
        var waiters = owner == Service.PAYMENT || owner == Service.BOOKING ? 2 : 3;
        Wait.until(
                Duration.ofSeconds(30),
                () -> assertThat(Sql.waiters()).isGreaterThanOrEqualTo(waiters));
        return stall;
    }

    private String held(String key) {
        return buyer.bookPatiently(key, Seats.ARENA, Seats.inTheArena(1))
                .expect(201)
                .text("bookingId");
    }

    private void lockConcert() {
        undoing = held("undoing");
        lock(
                Service.CONCERT,
                "select * from seats where schedule_id = ? and seat_no = ? for update",
                Seats.ARENA,
                reservingSeats.getLast());
        lockRow(Service.CONCERT, "seat_holds", settling);
        lockRow(Service.CONCERT, "seat_holds", undoing);
    }

    private void lockOrder() {
        undoing = held("undoing");
        lock(
                Service.ORDER,
                """
                insert into orders (booking_id, buyer_id, schedule_id, state, opened_at)
                values (?, 'nobody', 'nowhere', 'PENDING', utc_timestamp(6))
                """,
                reserving);
        lockRow(Service.ORDER, "orders", settling);
        lockRow(Service.ORDER, "orders", undoing);
    }

    private void lockQueue() {
        undoing = held("undoing");
        lock(
                Service.QUEUE,
                """
                insert into pass_uses (booking_id, buyer_id, schedule_id, state, begun_at)
                values (?, 'nobody', 'nowhere', 'TAKEN', utc_timestamp(6))
                """,
                reserving);
        lockRow(Service.QUEUE, "pass_uses", settling);
        lockRow(Service.QUEUE, "pass_uses", undoing);
    }

    /** A charge waits for the wallet, a reversal for the row that a charge left. */
    private void lockPayment() {
        var poor = Buyer.withPoints(0);
        undoing =
                poor.bookPatiently("undoing", Seats.ARENA, Seats.inTheArena(1))
                        .expect(201)
                        .text("bookingId");
        poor.payPatiently(undoing, "declined").expectProblem(402, "payment-declined");
        lock(Service.PAYMENT, "select * from wallets where buyer_id = ? for update", buyer.name());
        lockRow(Service.PAYMENT, "payments", undoing);
        poor.cancel(undoing, "cancel").expect(202);
    }

    private void lockRow(Service service, String table, String booking) {
        lock(service, "select * from " + table + " where booking_id = ? for update", booking);
    }

    private void lock(Service service, String statement, Object... parameters) {
        locks.add(Lock.on(service, statement, parameters));
    }

    /** Each is answered 202: under way. */
    private void send() {
        var requests = new ArrayList<Callable<Answer>>();
        requests.add(() -> buyer.book("reserving", Seats.ARENA, reservingSeats));
        requests.add(() -> buyer.pay(settling, "pay").expect(202));
        if (owner != Service.PAYMENT && owner != Service.BOOKING) {
            requests.add(() -> buyer.cancel(undoing, "cancel").expect(202));
        }
        AtOnce.run(requests);
    }

    /** Lets the rows go. Each of the three must now end as its buyer was told it would. */
    @Override
    public void close() throws Exception {
        for (var lock : locks) {
            lock.close();
        }
        locks.clear();
    }

    /** Every one of them ends: the paid one sold, the canceled one undone, the first as it may. */
    void endsWell() {
        var first = buyer.bookPatiently("reserving", Seats.ARENA, reservingSeats);
        if (first.status() == 201) {
            buyer.payPatiently(reserving, "pay-it").expect(200);
        } else {
            first.expectProblem(503, "reservation-failed");
        }
        buyer.payPatiently(settling, "pay").expect(200);
        Wait.until(
                Duration.ofSeconds(90),
                () -> {
                    assertThat(Rows.of(settling)).isEqualTo(Rows.SOLD);
                    assertThat(Rows.of(undoing)).matches(Rows::isUndone, "is undone");
                    assertThat(Rows.of(reserving)).matches(Rows::isFinal, "has ended");
                });
        assertThat(Rows.seatsOf(undoing)).isZero();
    }
}
