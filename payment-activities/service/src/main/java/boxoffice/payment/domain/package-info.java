/**
 * What a payment is and which ways it may go, what a transfer between accounts is: plain Java, the
 * kernel and nothing else. No SQL, no Spring, no message of the contract may come in.
 */
@NullMarked
package boxoffice.payment.domain;

import org.jspecify.annotations.NullMarked;
