package boxoffice.booking.web;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Strong ETags: a digest of the very bytes in which a booking is shown. */
@Component
class ViewTags {

    private final JsonMapper json;

    ViewTags(JsonMapper json) {
        this.json = json;
    }

    /** The booking with its tag; Spring answers 304 where the client knows the tag already. */
    ResponseEntity.BodyBuilder tagged(BookingView booking) {
        return ResponseEntity.ok().eTag(tagOf(booking));
    }

    /**
     * Whether the client has seen the booking as it is.
     *
     * @param seen the If-None-Match header
     */
    boolean isOf(BookingView booking, @Nullable String seen) {
        return seen != null && seen.contains(tagOf(booking));
    }

    private String tagOf(BookingView booking) {
        return '"' + HexFormat.of().formatHex(sha256(json.writeValueAsBytes(booking)), 0, 16) + '"';
    }

    private static byte[] sha256(byte[] body) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(body);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
