/**
 * The rows and the statements that move them, each public method one local transaction that starts
 * from the booking's row. Every write says whose row in which state it means and looks at how many
 * it found. No contract message and no HTTP may come in.
 */
@NullMarked
package boxoffice.payment.store;

import org.jspecify.annotations.NullMarked;
