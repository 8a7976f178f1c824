package boxoffice.payment.contract;

import boxoffice.kernel.BookingId;

/**
 * All that is needed to follow a dispute, so that an operator can start it by hand.
 *
 * @param disputeId the provider's
 */
public record StartDispute(BookingId bookingId, String disputeId) {}
