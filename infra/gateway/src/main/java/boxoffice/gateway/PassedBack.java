package boxoffice.gateway;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.function.ServerResponse;

/** A service's answer on its way to the client, changed in nothing but its headers. */
final class PassedBack implements ServerResponse {

    private static final Logger log = LoggerFactory.getLogger(PassedBack.class);
    private static final int BUFFER_BYTES = 8 * 1024;

    private final Destination destination;
    private final Answer answer;
    private final HttpHeaders headers = new HttpHeaders();

    PassedBack(Destination destination, Answer answer) {
        this.destination = destination;
        this.answer = answer;
    }

    @Override
    public HttpStatusCode statusCode() {
        return answer.getStatusCode();
    }

    /** Those to send, which the gateway's filters put in. */
    @Override
    public HttpHeaders headers() {
        return headers;
    }

    /** None of their own: they are among the headers. */
    @Override
    public MultiValueMap<String, Cookie> cookies() {
        return new LinkedMultiValueMap<>();
    }

    @Override
    public @Nullable ModelAndView writeTo(
            HttpServletRequest request, HttpServletResponse response, Context context)
            throws IOException {
        response.setStatus(statusCode().value());
        headers.forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        try {
            var body = answer.body();
            if (body == null || copy(body, response)) {
                answer.close();
                return null;
            }
        } catch (IOException e) {
            log.warn("The answer of {} broke off: {}", destination.id(), e.toString());
        }
        answer.breakOff();
        BrokenAnswers.cut(request);
        return null;
    }

    /**
     * Whether the client took all of it.
     *
     * @throws IOException where the service did not send all of it
     */
    private boolean copy(InputStream body, HttpServletResponse response) throws IOException {
        var flushes = MediaType.TEXT_EVENT_STREAM.isCompatibleWith(answer.contentType());
        var buffer = new byte[BUFFER_BYTES];
        for (var read = body.read(buffer); read >= 0; read = body.read(buffer)) {
            try {
                response.getOutputStream().write(buffer, 0, read);
                if (flushes) {
                    response.flushBuffer();
                }
            } catch (IOException e) {
                log.debug("The client left during an answer of {}", destination.id(), e);
                return false;
            }
        }
        return true;
    }
}
