package boxoffice.queue.contract;

import boxoffice.kernel.BookingId;

/** The booking ended in a sale. */
public record FinishPass(BookingId bookingId) {}
