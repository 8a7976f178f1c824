/**
 * What Boxoffice costs in time: a whole booking over HTTP against a saga of the same shape that
 * does nothing; a hold while many look at the same house, and what their looking costs. On local
 * systems of its own, seen from outside, as a buyer and as an operator do; no class of a service
 * may come in, and nothing here ships.
 */
@NullMarked
package boxoffice.bench;

import org.jspecify.annotations.NullMarked;
