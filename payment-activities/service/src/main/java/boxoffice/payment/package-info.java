/**
 * The payment service: buyers' points, and what each booking took from them and gave back. Here is
 * only what puts the rooms below together; a rule belongs in {@code domain}, a statement in {@code
 * store}. No seat, no order and no workflow may come in.
 */
@NullMarked
package boxoffice.payment;

import org.jspecify.annotations.NullMarked;
