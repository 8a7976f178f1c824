package boxoffice.queue;

import boxoffice.kernel.BookingId;
import boxoffice.kernel.BuyerId;
import boxoffice.kernel.ScheduleId;
import boxoffice.queue.contract.FinishOutcome;
import boxoffice.queue.contract.FinishPass;
import boxoffice.queue.contract.GiveBackOutcome;
import boxoffice.queue.contract.GivePassBack;
import boxoffice.queue.contract.QueueActivities;
import boxoffice.queue.contract.TakeOutcome;
import boxoffice.queue.contract.TakePass;
import boxoffice.testing.service.ServiceUnderTest;
import java.time.LocalDateTime;
import java.util.UUID;

/** A new booking on a schedule of its own: what the saga may ask for it, and its row. */
final class OneBooking {

    private final ServiceUnderTest service;
    private final QueueActivities activities;
    private final BookingId id = new BookingId(UUID.randomUUID());
    private final BuyerId mina = new BuyerId("mina");
    private final ScheduleId schedule = new ScheduleId("s-" + UUID.randomUUID());

    OneBooking(ServiceUnderTest service) {
        this.service = service;
        this.activities = service.bean(QueueActivities.class);
    }

    String id() {
        return id.toString();
    }

    TakeOutcome take() {
        return activities.takePass(new TakePass(id, mina, schedule, null));
    }

    GiveBackOutcome giveBack() {
        return activities.givePassBack(new GivePassBack(id, mina, schedule));
    }

    FinishOutcome finish() {
        return activities.finishPass(new FinishPass(id));
    }

    void openRoom() {
        service.write(
                """
                insert into waiting_rooms (schedule_id, created_at) values (?, utc_timestamp(6))
                """,
                schedule.value());
    }

    void closeRoom() {
        service.write("delete from waiting_rooms where schedule_id = ?", schedule.value());
    }

    /** The row's state; {@code none} where there is no row. */
    String state() {
        return service.sql()
                .sql("select state from pass_uses where booking_id = ?")
                .param(id())
                .query(String.class)
                .optional()
                .orElse("none");
    }

    LocalDateTime endedAt() {
        return service.sql()
                .sql("select ended_at from pass_uses where booking_id = ?")
                .param(id())
                .query(LocalDateTime.class)
                .single();
    }
}
