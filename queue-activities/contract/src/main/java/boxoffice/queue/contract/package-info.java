/**
 * What the saga may ask of the queue service, and what it answers: the activities and their
 * messages. How a waiting room admits is the service's own affair.
 */
@NullMarked
package boxoffice.queue.contract;

import org.jspecify.annotations.NullMarked;
