/**
 * What a buyer sees of the wallet, by REST. Only reads of the buyer's own; no rule and no SQL may
 * come in.
 */
@NullMarked
package boxoffice.payment.web;

import org.jspecify.annotations.NullMarked;
