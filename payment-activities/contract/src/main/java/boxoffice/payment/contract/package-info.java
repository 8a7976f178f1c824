/**
 * What the saga may ask of the payment service, and what it answers: the activities and their
 * messages; and the one workflow that this service starts at the saga's. No provider's word may
 * come in here, and nothing that must not stand in a history.
 */
@NullMarked
package boxoffice.payment.contract;

import org.jspecify.annotations.NullMarked;
