package boxoffice.booking.contract;

import boxoffice.kernel.BuyerId;

/**
 * @param buyerId who pays; only the booking's own buyer may
 * @param method what to pay with, by its name in the payment service's contract
 * @param commandHash of the request, compared like the one of {@link StartBooking}
 */
public record PayBooking(BuyerId buyerId, String method, String commandHash) {}
