package boxoffice.booking.contract;

/** The buyer does not want the booking any more. */
public record CancelBooking() {}
