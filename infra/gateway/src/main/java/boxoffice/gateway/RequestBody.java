package boxoffice.gateway;

import boxoffice.web.ApiProblem;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * What the client sends, read as it comes and no further than the limit. Knows afterwards whether
 * it was the client that failed, which is no fault of the service.
 */
final class RequestBody extends InputStream {

    private final ServletInputStream source;
    private final long length;
    private final long bytesMax;
    private long count;
    private @Nullable ApiProblem problem;

    private RequestBody(ServletInputStream source, long length, long bytesMax) {
        this.source = source;
        this.length = length;
        this.bytesMax = bytesMax;
    }

    /**
     * @throws ApiProblem 413 where the client says beforehand that it is too large
     */
    static RequestBody of(HttpServletRequest request, long bytesMax) {
        if (request.getContentLengthLong() > bytesMax) {
            throw tooLarge(bytesMax);
        }
        try {
            return new RequestBody(
                    request.getInputStream(), request.getContentLengthLong(), bytesMax);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isPresent() {
        return length > 0 || !source.isFinished();
    }

    /** In bytes; negative where the client did not say. */
    long length() {
        return length;
    }

    /** What was wrong with it; null as long as nothing was. */
    @Nullable ApiProblem problem() {
        return problem;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] target, int offset, int size) throws IOException {
        var read = readSource(target, offset, size);
        count += Math.max(read, 0);
        if (count > bytesMax) {
            problem = tooLarge(bytesMax);
            throw new IOException("the body is larger than " + bytesMax + " bytes");
        }
        return read;
    }

    private int readSource(byte[] target, int offset, int size) throws IOException {
        try {
            return source.read(target, offset, size);
        } catch (IOException e) {
            problem =
                    new ApiProblem(
                            HttpStatus.BAD_REQUEST,
                            "body-incomplete",
                            "The body ended too early or came too slowly. Send it again.");
            throw e;
        }
    }

    private static ApiProblem tooLarge(long bytesMax) {
        return new ApiProblem(
                HttpStatus.CONTENT_TOO_LARGE,
                "body-too-large",
                "The body is larger than " + bytesMax + " bytes. Send less.");
    }
}
