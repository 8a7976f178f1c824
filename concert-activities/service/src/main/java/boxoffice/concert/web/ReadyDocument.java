package boxoffice.concert.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * JSON that is ready to go out, plain and gzipped, to however many readers. Its ETag is a digest of
 * the very bytes, so it is strong and needs no counter that every hold would have to update.
 */
final class ReadyDocument {

    private static final String GZIP = "gzip";
    private static final int DIGEST_LENGTH = 16;

    private final byte[] plain;
    private final byte[] gzipped;
    private final String digest;

    private ReadyDocument(byte[] plain, String digest) {
        this.plain = plain;
        this.gzipped = gzip(plain);
        this.digest = digest;
    }

    /**
     * @param before what was sent until now: the same again where nothing has changed
     */
    static ReadyDocument of(byte[] json, @Nullable ReadyDocument before) {
        var digest = digest(json);
        return before != null && before.digest.equals(digest)
                ? before
                : new ReadyDocument(json, digest);
    }

    /** In bytes of memory, about. */
    int weight() {
        return plain.length + gzipped.length;
    }

    /**
     * Spring makes a 304 of it where the request has this ETag.
     *
     * @param encodings the request's Accept-Encoding
     */
    ResponseEntity<byte[]> answer(@Nullable String encodings, CacheControl cacheControl) {
        var answer =
                ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .cacheControl(cacheControl)
                        .varyBy(HttpHeaders.ACCEPT_ENCODING);
        // Other bytes, so another strong tag.
        return takesGzip(encodings)
                ? answer.eTag("\"" + digest + "-gzip\"")
                        .header(HttpHeaders.CONTENT_ENCODING, GZIP)
                        .body(gzipped)
                : answer.eTag("\"" + digest + "\"").body(plain);
    }

    /** Whether gzip is named, and not with a weight of zero. */
    private static boolean takesGzip(@Nullable String encodings) {
        return encodings != null
                && Stream.of(encodings.toLowerCase(Locale.ROOT).split(","))
                        .map(coding -> coding.replace(" ", ""))
                        .anyMatch(coding ->
                                coding.equals(GZIP)
                                        || (coding.startsWith(GZIP + ";q=")
                                                && !coding.matches(".*;q=0(\\.0*)?")));
    }

    private static byte[] gzip(byte[] plain) {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return bytes.toByteArray();
    }

    private static String digest(byte[] json) {
        try {
            var sha = MessageDigest.getInstance("SHA-256").digest(json);
            return HexFormat.of().formatHex(sha, 0, DIGEST_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
