/**
 * How a service talks to Temporal: the client with its payloads, the workers with their start and
 * stop, and their health. The same for all five services; no business word may come in here.
 */
@NullMarked
package boxoffice.temporal;

import org.jspecify.annotations.NullMarked;
