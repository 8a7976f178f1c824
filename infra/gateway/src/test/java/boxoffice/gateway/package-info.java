/** The door over real HTTP, before plain servers that answer as each test wants. */
@NullMarked
package boxoffice.gateway;

import org.jspecify.annotations.NullMarked;
