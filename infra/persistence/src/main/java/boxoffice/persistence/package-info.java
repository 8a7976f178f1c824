/**
 * How a service keeps its rows: one pool with the time limits of the design, Liquibase before
 * anything else, ids as types in rows, and the table of Idempotency-Keys that every service may
 * have. The same for all services; no name of a service's own table may come in here.
 */
@NullMarked
package boxoffice.persistence;

import org.jspecify.annotations.NullMarked;
