/**
 * The queue service as a process: its start and its wiring. What it does stands in the rooms below;
 * no rule, no SQL and no endpoint may come in here.
 */
@NullMarked
package boxoffice.queue;

import org.jspecify.annotations.NullMarked;
