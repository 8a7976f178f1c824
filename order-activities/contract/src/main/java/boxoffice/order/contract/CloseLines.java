package boxoffice.order.contract;

import boxoffice.kernel.BookingId;

/** Closes the claim of this cancellation, once its money is back and its seats are free. */
public record CloseLines(BookingId bookingId, String cancellationId) {}
