package boxoffice.payment.contract;

import boxoffice.kernel.BookingId;

/**
 * Asks how a dispute stands.
 *
 * @param disputeId the provider's
 */
public record LookAtDispute(BookingId bookingId, String disputeId) {}
