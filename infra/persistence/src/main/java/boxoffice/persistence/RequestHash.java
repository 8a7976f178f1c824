package boxoffice.persistence;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** By what one knows the same request again: SHA-256 of the operation and of the body as JSON. */
final class RequestHash {
    private RequestHash() {}

    static String of(JsonMapper json, String operation, Object request) {
        var digest = sha256();
        digest.update(operation.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
        // Written piece by piece: a whole hall's seats need not stand in memory once more.
        json.writer()
                .with(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .writeValue(
                        new DigestOutputStream(OutputStream.nullOutputStream(), digest), request);
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
