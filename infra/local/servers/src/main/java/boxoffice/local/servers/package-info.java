/**
 * The servers that Boxoffice stands on, as processes of one machine: a database server and
 * Temporal. They are found, fetched or built here, started, killed and started again, for whoever
 * runs the system locally and for tests. Nothing of the product comes in: a class here knows no
 * service, no table and no workflow, and no framework either, so that a test of any module can use
 * it.
 */
@NullMarked
package boxoffice.local.servers;

import org.jspecify.annotations.NullMarked;
