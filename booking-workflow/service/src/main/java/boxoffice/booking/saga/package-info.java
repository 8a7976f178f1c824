/**
 * The saga as code. Deterministic: what runs here is replayed from history, so no Spring, no clock,
 * no random, no thread and no I/O may come in; time and calls come from {@code Workflow} alone.
 */
@NullMarked
package boxoffice.booking.saga;

import org.jspecify.annotations.NullMarked;
