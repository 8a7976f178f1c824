/**
 * How a booking is started, paid, canceled, watched and repaired: the workflow's interface and its
 * messages. How the saga goes about it may not come in here.
 */
@NullMarked
package boxoffice.booking.contract;

import org.jspecify.annotations.NullMarked;
