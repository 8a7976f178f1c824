/**
 * Where buyers start, pay, cancel and watch their bookings. Translates between HTTP and the saga's
 * updates, and stays quick when Temporal is not; decides nothing about a booking.
 */
@NullMarked
package boxoffice.booking.web;

import org.jspecify.annotations.NullMarked;
