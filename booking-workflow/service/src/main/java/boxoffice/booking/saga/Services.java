package boxoffice.booking.saga;

import boxoffice.booking.saga.OperatorDesk.Decision;
import boxoffice.concert.contract.ConcertActivities;
import boxoffice.kernel.BookingId;
import boxoffice.kernel.BuyerId;
import boxoffice.order.contract.OrderActivities;
import boxoffice.payment.contract.MarkRefunded;
import boxoffice.payment.contract.PaymentActivities;
import boxoffice.queue.contract.QueueActivities;
import io.temporal.workflow.Workflow;
import org.jspecify.annotations.Nullable;

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

    /**
     * Takes an operator's word for a refund: the payment service checks it and writes it down.
     *
     * @param cancellationId of the refund; null for the reversal of the whole payment
     */
    static StepResult markRefunded(
            Pace pace,
            BookingId booking,
            BuyerId buyer,
            @Nullable String cancellationId,
            Decision decision) {
        payment(pace, "Check that the money is back")
                .markRefunded(
                        new MarkRefunded(
                                booking, buyer, cancellationId, decision.by(), decision.reason()));
        return new StepResult.Done("marked as refunded by " + decision.by());
    }
}
