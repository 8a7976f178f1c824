/**
 * What a buyer sees of the own orders, and a promoter of each day's sales, over HTTP. Reads alone:
 * an order is opened, confirmed and canceled by the saga, never from here.
 */
@NullMarked
package boxoffice.order.web;

import org.jspecify.annotations.NullMarked;
