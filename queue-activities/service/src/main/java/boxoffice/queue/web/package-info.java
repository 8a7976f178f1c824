/**
 * What anybody may know of the waiting rooms, over HTTP. A pass is taken and given back by the
 * saga, never from here.
 */
@NullMarked
package boxoffice.queue.web;

import org.jspecify.annotations.NullMarked;
