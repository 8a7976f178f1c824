package boxoffice.concert.web;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A body that is read once, and is known again by the digest of its bytes. */
final class DigestedBody extends FilterInputStream {

    private final MessageDigest digest;

    DigestedBody(InputStream body) {
        this(body, sha256());
    }

    private DigestedBody(InputStream body, MessageDigest digest) {
        super(new DigestInputStream(body, digest));
        this.digest = digest;
    }

    /** Of all of it, also of what nobody has read yet. */
    String digest() throws IOException {
        in.transferTo(OutputStream.nullOutputStream());
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Who reads it closes it, and may have read less than all. */
    @Override
    public void close() {}

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
