/**
 * What the saga may ask of the payment service, and what it answers: the activities and their
 * messages. No provider's word may come in here, and nothing that must not stand in a history.
 */
@NullMarked
package boxoffice.payment.contract;

import org.jspecify.annotations.NullMarked;
