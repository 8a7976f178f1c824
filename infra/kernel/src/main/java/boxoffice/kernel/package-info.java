/**
 * What every contract shares: ids as types, money, and the terms on which it is given back. Plain
 * Java with Jackson's annotations, so that a contract drags nothing along. No seat, no order, no
 * Spring: whoever needs those has a room of its own.
 */
@NullMarked
package boxoffice.kernel;

import org.jspecify.annotations.NullMarked;
