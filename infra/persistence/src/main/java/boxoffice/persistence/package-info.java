/**
 * How a service keeps its rows: one pool with the time limits of the design, Liquibase before
 * anything else, ids as types in rows. The same for all services; no table's name may come in here.
 */
@NullMarked
package boxoffice.persistence;

import org.jspecify.annotations.NullMarked;
