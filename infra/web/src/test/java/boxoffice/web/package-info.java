/** Tests of the edge, alone. */
@NullMarked
package boxoffice.web;

import org.jspecify.annotations.NullMarked;
