/**
 * The orders' rows, behind three doors: {@link boxoffice.order.store.Orders}, and {@link
 * boxoffice.order.store.Cancellations} and {@link boxoffice.order.store.Disputes} for what becomes
 * of them. Every method is one local transaction. All the service's SQL is here; no message of the
 * contract and no HTTP.
 */
@NullMarked
package boxoffice.order.store;

import org.jspecify.annotations.NullMarked;
