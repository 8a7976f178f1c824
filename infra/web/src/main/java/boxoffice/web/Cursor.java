package boxoffice.web;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Where a page ends, as a text that means nothing outside: a version, a digest, and the position in
 * base64url. The digest covers the list and its scope too, so that a cursor of another list, of
 * another reader or of another search is not taken for one of this. It is no signature, for a
 * cursor grants nothing: every page asks anew whose it is.
 */
final class Cursor {
    private Cursor() {}

    /** Counts up when the meaning of the bytes changes: cursors from before are refused then. */
    private static final byte VERSION = 1;

    private static final int DIGEST_LENGTH = 8;
    private static final int TEXT_LENGTH_MAX = 4_000;

    static String write(List<String> scope, List<String> position) {
        var payload = bytes(position);
        var cursor = new ByteArrayOutputStream();
        cursor.write(VERSION);
        cursor.writeBytes(digest(scope, payload));
        cursor.writeBytes(payload);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(cursor.toByteArray());
    }

    /** The position; empty where the text is no cursor of this scope. */
    static Optional<List<String>> read(List<String> scope, String text) {
        if (text.length() > TEXT_LENGTH_MAX) {
            return Optional.empty();
        }
        try {
            var cursor = Base64.getUrlDecoder().decode(text);
            if (cursor.length < 1 + DIGEST_LENGTH || cursor[0] != VERSION) {
                return Optional.empty();
            }
            var digest = Arrays.copyOfRange(cursor, 1, 1 + DIGEST_LENGTH);
            var payload = Arrays.copyOfRange(cursor, 1 + DIGEST_LENGTH, cursor.length);
            return MessageDigest.isEqual(digest, digest(scope, payload))
                    ? Optional.of(texts(payload))
                    : Optional.empty();
        } catch (IllegalArgumentException | IOException _) {
            return Optional.empty();
        }
    }

    private static byte[] digest(List<String> scope, byte[] payload) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            sha.update(VERSION);
            sha.update(bytes(scope));
            return Arrays.copyOf(sha.digest(payload), DIGEST_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Each text with its length before it, so that no two lists look alike. */
    private static byte[] bytes(List<String> texts) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeByte(texts.size());
            for (var text : texts) {
                out.writeUTF(text);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a position too long for a cursor", e);
        }
        return bytes.toByteArray();
    }

    private static List<String> texts(byte[] bytes) throws IOException {
        var in = new DataInputStream(new ByteArrayInputStream(bytes));
        var count = in.readUnsignedByte();
        var texts = new ArrayList<String>();
        for (var i = 0; i < count; i++) {
            texts.add(in.readUTF());
        }
        return texts;
    }
}
