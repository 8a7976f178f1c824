/** Tests of the rules, alone. */
@NullMarked
package boxoffice.concert.domain;

import org.jspecify.annotations.NullMarked;
