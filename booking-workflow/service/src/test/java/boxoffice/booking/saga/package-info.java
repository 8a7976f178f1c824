/** The saga on a stage: time-skipping server, four services written by hand. */
@NullMarked
package boxoffice.booking.saga;

import org.jspecify.annotations.NullMarked;
