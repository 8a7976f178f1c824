package boxoffice.payment.contract;

import boxoffice.kernel.BookingId;
import boxoffice.kernel.BuyerId;

/**
 * @param by the operator who says so
 * @param reason in the operator's words
 */
public record MarkRefunded(BookingId bookingId, BuyerId buyerId, String by, String reason) {}
