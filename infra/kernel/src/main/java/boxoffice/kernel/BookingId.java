package boxoffice.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Names one booking in all services: it is the primary key of the booking's one row in each
 * database, and its workflow's id is made of it.
 */
public record BookingId(UUID value) {

    /**
     * The booking that this buyer's request under this Idempotency-Key means. The same pair always
     * names the same booking, so a retried request meets the saga that the first one started.
     */
    public static BookingId of(BuyerId buyer, String idempotencyKey) {
        return new BookingId(named("booking", buyer.value(), idempotencyKey));
    }

    /**
     * Names something that a request about this booking under this Idempotency-Key means; the same
     * three always give the same name.
     *
     * @param what the kind of thing, a word of the code's own
     */
    public UUID nameOf(String what, String idempotencyKey) {
        return named(what, toString(), idempotencyKey);
    }

    private static UUID named(String what, String whose, String idempotencyKey) {
        var name = what + "\n" + whose + "\n" + idempotencyKey;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * @throws IllegalArgumentException when the text is not a UUID
     */
    @JsonCreator
    public static BookingId of(String text) {
        return new BookingId(UUID.fromString(text));
    }

    @Override
    @JsonValue
    public String toString() {
        return value.toString();
    }
}
