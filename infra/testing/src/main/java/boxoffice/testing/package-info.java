/**
 * What tests of every module stand on: real database servers, a real Temporal, and an account of
 * what a run had to leave out. It has no word of the product and starts none of its services, so
 * that each module's tests decide alone what they test; and no mocking library comes in, because
 * what it hands out is real.
 */
@NullMarked
package boxoffice.testing;

import org.jspecify.annotations.NullMarked;
