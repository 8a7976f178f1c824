/** The saga's process: its workers, and the REST endpoint that starts it. It has no database. */
@NullMarked
package boxoffice.booking;

import org.jspecify.annotations.NullMarked;
