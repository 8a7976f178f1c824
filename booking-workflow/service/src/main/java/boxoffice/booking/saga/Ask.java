package boxoffice.booking.saga;

import boxoffice.booking.contract.BookingSnapshot;
import boxoffice.booking.contract.PayBooking;
import boxoffice.booking.contract.PaymentAnswer;
import io.temporal.workflow.CompletablePromise;

/** What an update handler was asked and the saga has not answered yet; one at a time. */
sealed interface Ask {

    record Pay(PayBooking request, CompletablePromise<PaymentAnswer> answer) implements Ask {}

    record Cancel(CompletablePromise<BookingSnapshot> answer) implements Ask {}
}
