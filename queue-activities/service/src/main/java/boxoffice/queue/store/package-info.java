/**
 * The queue's rows, behind the doors {@link boxoffice.queue.store.PassUses} and {@link
 * boxoffice.queue.store.WaitingRooms}: every method is one local transaction. All the service's SQL
 * is here; no message of the contract and no HTTP.
 */
@NullMarked
package boxoffice.queue.store;

import org.jspecify.annotations.NullMarked;
