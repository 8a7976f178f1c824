/** What only the store can be made to meet, such as two numbers that agree. */
@NullMarked
package boxoffice.order.store;

import org.jspecify.annotations.NullMarked;
