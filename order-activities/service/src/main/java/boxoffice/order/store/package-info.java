/**
 * The orders' rows, behind two doors: {@link boxoffice.order.store.Orders}, and {@link
 * boxoffice.order.store.Cancellations} for what becomes of confirmed ones. Every method is one
 * local transaction. All the service's SQL is here; no message of the contract and no HTTP.
 */
@NullMarked
package boxoffice.order.store;

import org.jspecify.annotations.NullMarked;
