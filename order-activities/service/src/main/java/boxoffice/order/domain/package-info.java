/**
 * What an order is, which states it goes through and what a sale must be to be recorded. Plain Java
 * over the kernel: no Spring, no SQL, no message of the contract.
 */
@NullMarked
package boxoffice.order.domain;

import org.jspecify.annotations.NullMarked;
