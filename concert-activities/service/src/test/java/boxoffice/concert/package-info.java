/** Tests of the service as a whole, on real database servers. */
@NullMarked
package boxoffice.concert;

import org.jspecify.annotations.NullMarked;
