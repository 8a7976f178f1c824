package boxoffice.booking.saga;

import boxoffice.concert.contract.ConcertActivities;
import boxoffice.order.contract.OrderActivities;
import boxoffice.payment.contract.PaymentActivities;
import boxoffice.queue.contract.QueueActivities;
import io.temporal.workflow.Workflow;

/** The four services, each behind its task queue. */
final class Services {
    private Services() {}

    static ConcertActivities concert(Pace pace, String summary) {
        return Workflow.newActivityStub(
                ConcertActivities.class, pace.options(ConcertActivities.TASK_QUEUE, summary));
    }

    static OrderActivities order(Pace pace, String summary) {
        return Workflow.newActivityStub(
                OrderActivities.class, pace.options(OrderActivities.TASK_QUEUE, summary));
    }

    static PaymentActivities payment(Pace pace, String summary) {
        return Workflow.newActivityStub(
                PaymentActivities.class,
                pace.outsideOptions(PaymentActivities.TASK_QUEUE, summary));
    }

    static QueueActivities queue(Pace pace, String summary) {
        return Workflow.newActivityStub(
                QueueActivities.class, pace.options(QueueActivities.TASK_QUEUE, summary));
    }
}
