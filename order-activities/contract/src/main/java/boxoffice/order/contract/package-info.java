/**
 * What the saga may ask of the order service, and what it answers: the activities and their
 * messages. How orders are kept and shown is the service's own affair.
 */
@NullMarked
package boxoffice.order.contract;

import org.jspecify.annotations.NullMarked;
