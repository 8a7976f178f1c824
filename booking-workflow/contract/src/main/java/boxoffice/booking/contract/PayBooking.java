package boxoffice.booking.contract;

/**
 * @param method what to pay with, by its name in the payment service's contract
 * @param commandHash of the request, compared like the one of {@link StartBooking}
 */
public record PayBooking(String method, String commandHash) {}
