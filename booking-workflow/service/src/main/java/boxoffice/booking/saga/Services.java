package boxoffice.booking.saga;

import boxoffice.booking.contract.WorkflowActivities;
import boxoffice.booking.saga.OperatorDesk.Decision;
import boxoffice.concert.contract.ConcertActivities;
import boxoffice.kernel.BookingId;
import boxoffice.kernel.BuyerId;
import boxoffice.order.contract.OrderActivities;
import boxoffice.payment.contract.MarkRefunded;
import boxoffice.payment.contract.PaymentActivities;
import boxoffice.payment.contract.PaymentAudit;
import boxoffice.queue.contract.QueueActivities;
import io.temporal.workflow.Workflow;
import java.util.List;
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

    /** The payment service's own audit, which may take its time with the provider. */
    static PaymentAudit paymentAudit(String summary) {
        return Workflow.newActivityStub(
                PaymentAudit.class, Pace.SLOW.outsideOptions(PaymentAudit.TASK_QUEUE, summary));
    }

    /** Those of the bookings whose workflow is closed or was never there. */
    static List<BookingId> withoutOpenWorkflow(Pace pace, List<BookingId> bookings) {
        return bookings.isEmpty()
                ? bookings
                : Workflow.newActivityStub(
                                WorkflowActivities.class,
                                pace.options(
                                        WorkflowActivities.TASK_QUEUE, "Look at their workflows"))
                        .withoutOpenWorkflow(bookings);
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
