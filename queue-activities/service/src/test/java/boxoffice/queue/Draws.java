package boxoffice.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Draws again what a room says that it drew. */
final class Draws {
    private Draws() {}

    static void assertProven(JsonNode draw, int pool) {
        var seed = draw.path("seed").asString();
        assertThat(sha256(seed)).isEqualTo(draw.path("seedHash").asString());
        var drawn = new ArrayList<String>();
        draw.path("entries").forEach(entry -> drawn.add(entry.asString()));
        assertThat(drawn).hasSize(pool).doesNotHaveDuplicates();
        assertThat(drawnAgain(seed, drawn)).isEqualTo(drawn);
    }

    private static List<String> drawnAgain(String seed, List<String> entries) {
        return entries.stream()
                .sorted(Comparator.comparing(entry -> sha256(seed + ":" + entry)))
                .toList();
    }

    static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
