package boxoffice.concert.domain;

import boxoffice.kernel.BookingId;
import boxoffice.kernel.BuyerId;

/** A booking that has seats of a schedule: HELD or SOLD, never RELEASED. */
public record LiveHold(BookingId bookingId, BuyerId buyerId, HoldState state) {}
