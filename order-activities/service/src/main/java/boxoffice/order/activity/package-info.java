/**
 * The contract's activities, mapped to the domain and the store and back: nothing is decided and no
 * row is touched here.
 */
@NullMarked
package boxoffice.order.activity;

import org.jspecify.annotations.NullMarked;
