/** Tests of what the contract's messages look like on their way. */
@NullMarked
package boxoffice.concert.activity;

import org.jspecify.annotations.NullMarked;
