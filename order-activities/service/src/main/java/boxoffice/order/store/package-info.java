/**
 * The orders' rows, behind the one door {@link boxoffice.order.store.Orders}: every method is one
 * local transaction. All the service's SQL is here; no message of the contract and no HTTP.
 */
@NullMarked
package boxoffice.order.store;

import org.jspecify.annotations.NullMarked;
