/**
 * The saga's door: turns the contract's messages into calls of the store and its results back into
 * the contract's outcomes. Thin on purpose: no rule and no SQL may come in here.
 */
@NullMarked
package boxoffice.concert.activity;

import org.jspecify.annotations.NullMarked;
