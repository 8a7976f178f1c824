package boxoffice.kernel;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Asks a service for a page of its bookings, in the order of their ids; which of them, the method
 * says that takes it.
 *
 * @param after the last booking of the page before; null for the first page
 * @param limit bookings at most, positive
 */
public record BookingsQuery(@Nullable BookingId after, int limit) {

    /** What the page's ids come after, as text: no id is empty, so the first page has them all. */
    public String afterText() {
        return Objects.toString(after, "");
    }
}
