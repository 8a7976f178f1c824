/**
 * Where the queue service calls another: the concert service, over REST as anybody may. Nothing of
 * it comes in but what is asked for here.
 */
@NullMarked
package boxoffice.queue.provider;

import org.jspecify.annotations.NullMarked;
