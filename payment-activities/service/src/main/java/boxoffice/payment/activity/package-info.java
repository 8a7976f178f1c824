/**
 * The contract's activities, put into effect: messages in, one call of the store, messages out. And
 * the contract's one workflow, which is started here and runs elsewhere. No rule and no SQL may
 * come in; they have rooms of their own.
 */
@NullMarked
package boxoffice.payment.activity;

import org.jspecify.annotations.NullMarked;
