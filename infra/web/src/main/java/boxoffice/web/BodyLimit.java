package boxoffice.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.PathContainer;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Stops reading a body past 64 KiB, or past what a path of {@link LargeBodies} may have, whether or
 * not the client said how long it is.
 */
final class BodyLimit extends OncePerRequestFilter {

    static final int BYTES_MAX = 64 * 1024;

    private record LargePath(PathPattern path, int bytesMax) {}

    private final List<LargePath> largePaths;

    BodyLimit(List<LargeBodies> larger) {
        largePaths =
                larger.stream()
                        .flatMap(bodies ->
                                bodies.paths().stream()
                                        .map(PathPatternParser.defaultInstance::parse)
                                        .map(path -> new LargePath(path, bodies.bytesMax())))
                        .toList();
    }

    private int bytesMax(HttpServletRequest request) {
        var path = PathContainer.parsePath(request.getRequestURI());
        return largePaths.stream()
                .filter(one -> one.path().matches(path))
                .mapToInt(LargePath::bytesMax)
                .findFirst()
                .orElse(BYTES_MAX);
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var bytesMax = bytesMax(request);
        chain.doFilter(
                new HttpServletRequestWrapper(request) {
                    @Override
                    public ServletInputStream getInputStream() throws IOException {
                        return new Limited(super.getInputStream(), bytesMax);
                    }
                },
                response);
    }

    /** The problem to answer with, where reading stopped for this. */
    static Optional<ApiProblem> problemOf(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BodyTooLarge tooLarge) {
                return Optional.of(
                        new ApiProblem(
                                HttpStatus.CONTENT_TOO_LARGE,
                                "body-too-large",
                                "The body is larger than {0} bytes. Send less.",
                                tooLarge.bytesMax));
            }
        }
        return Optional.empty();
    }

    private static final class BodyTooLarge extends IOException {
        private static final long serialVersionUID = 1L;

        private final int bytesMax;

        private BodyTooLarge(int bytesMax) {
            super("the body is larger than " + bytesMax + " bytes");
            this.bytesMax = bytesMax;
        }
    }

    private static final class Limited extends ServletInputStream {

        private final ServletInputStream source;
        private final int bytesMax;
        private int count;

        private Limited(ServletInputStream source, int bytesMax) {
            this.source = source;
            this.bytesMax = bytesMax;
        }

        @Override
        public int read() throws IOException {
            var next = source.read();
            if (next >= 0 && ++count > bytesMax) {
                throw new BodyTooLarge(bytesMax);
            }
            return next;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            var read = source.read(target, offset, length);
            if (read > 0 && (count += read) > bytesMax) {
                throw new BodyTooLarge(bytesMax);
            }
            return read;
        }

        @Override
        public boolean isFinished() {
            return source.isFinished();
        }

        @Override
        public boolean isReady() {
            return source.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            source.setReadListener(listener);
        }
    }
}
