/** What the audit asks of Temporal. A client's work, and so no workflow code; no business rule. */
@NullMarked
package boxoffice.booking.activity;

import org.jspecify.annotations.NullMarked;
