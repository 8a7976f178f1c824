/**
 * Boxoffice from outside: five processes, a database server and Temporal, started once, used over
 * HTTP as buyers do, hurt as machines are (killed, stopped, locked), and then checked by SQL over
 * all four databases. Tests only, and black box: no class of a service may come in, and nothing in
 * a service may know that it is tested.
 */
@NullMarked
package boxoffice.system;

import org.jspecify.annotations.NullMarked;
