package boxoffice.gateway;

import java.io.IOException;
import java.io.InputStream;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.gateway.server.mvc.handler.ProxyExchange;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** What a service answers, of which the body is still to come. */
final class Answer implements ProxyExchange.Response {

    private final HttpUriRequestBase call;
    private final ClassicHttpResponse response;

    Answer(HttpUriRequestBase call, ClassicHttpResponse response) {
        this.call = call;
        this.response = response;
    }

    @Override
    public HttpStatusCode getStatusCode() {
        return HttpStatusCode.valueOf(response.getCode());
    }

    @Override
    public HttpHeaders getHeaders() {
        var headers = new HttpHeaders();
        for (var header : response.getHeaders()) {
            headers.add(header.getName(), header.getValue());
        }
        return headers;
    }

    /** Null where it does not say, or not in a form that is one. */
    @Nullable MediaType contentType() {
        try {
            return getHeaders().getContentType();
        } catch (InvalidMediaTypeException e) {
            return null;
        }
    }

    /** Null where the answer has none, as a 304. */
    @Nullable InputStream body() throws IOException {
        var entity = response.getEntity();
        return entity == null ? null : entity.getContent();
    }

    /** Once the body is read to its end: gives the connection back. */
    void close() throws IOException {
        response.close();
    }

    /** Drops the connection at once; a mere close would read the rest of the body first. */
    void breakOff() {
        call.cancel();
        try {
            response.close();
        } catch (IOException e) {
            // It is gone, as was wanted.
        }
    }
}
