/**
 * What a hold is, what states it and a seat go through, and why a hold is refused. Plain Java, so
 * that the rules can be read and tested alone: no Spring, no SQL, no contract.
 */
@NullMarked
package boxoffice.concert.domain;

import org.jspecify.annotations.NullMarked;
