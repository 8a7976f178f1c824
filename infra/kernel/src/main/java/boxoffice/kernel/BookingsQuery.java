package boxoffice.kernel;

import org.jspecify.annotations.Nullable;

/**
 * Asks a service for a page of the bookings whose row with it is still open, in the order of their
 * ids.
 *
 * @param after the last booking of the page before; null for the first page
 * @param limit bookings at most, positive
 */
public record OpenBookingsQuery(@Nullable BookingId after, int limit) {}
