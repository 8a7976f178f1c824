/**
 * What a buyer sees of the wallet and does to it, by REST: the buyer's own alone. No rule and no
 * SQL may come in.
 */
@NullMarked
package boxoffice.payment.web;

import org.jspecify.annotations.NullMarked;
