/**
 * What a booking costs in time: one whole booking over HTTP against a saga of the same shape that
 * does nothing, on one local system. It sees Boxoffice from outside, as a buyer and as an operator
 * do; no class of a service may come in, and nothing here ships.
 */
@NullMarked
package boxoffice.bench;

import org.jspecify.annotations.NullMarked;
