/** Tests of what all services' rows have in common, in a service that has nothing else. */
@NullMarked
package boxoffice.persistence;

import org.jspecify.annotations.NullMarked;
