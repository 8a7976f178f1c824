package boxoffice.sandbox;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a caller is answered.
 *
 * @param lost whether the connection is dropped instead
 * @param replayed whether it was kept from an earlier call
 */
record Reply(int status, String body, boolean lost, boolean replayed) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Reply of(int status, Object body) {
        return new Reply(status, JSON.writeValueAsString(body), false, false);
    }

    static Reply ok(Map<String, @Nullable Object> object) {
        return of(200, object);
    }

    static Reply list(String url, List<Map<String, @Nullable Object>> data, boolean hasMore) {
        return of(200, Map.of("object", "list", "url", url, "has_more", hasMore, "data", data));
    }

    /** The same, whose answer does not arrive. */
    Reply thatGetsLost() {
        return new Reply(status, body, true, replayed);
    }

    /** As a repeat under the same key gets it. */
    Reply again() {
        return new Reply(status, body, false, true);
    }
}
