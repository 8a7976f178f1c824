package boxoffice.gateway;

import boxoffice.web.ApiProblem;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerRequest;

/** What cannot be passed on as it came, whoever it is for. */
final class Arrivals {
    private Arrivals() {}

    /**
     * @throws ApiProblem 400 query-invalid, 415 unsupported-media-type
     */
    static ServerRequest check(ServerRequest request) {
        var query = request.servletRequest().getQueryString();
        if (query != null && !isEncoded(query)) {
            throw new ApiProblem(
                    HttpStatus.BAD_REQUEST,
                    "query-invalid",
                    "The query string is not percent-encoded. Encode it as UTF-8, each part as"
                            + " name=value.");
        }
        var type = request.servletRequest().getContentType();
        // To the server below a form is parameters, and no body is left to pass on.
        if (type != null && type.contains(MediaType.APPLICATION_FORM_URLENCODED_VALUE)) {
            throw new ApiProblem(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                    "unsupported-media-type",
                    "Boxoffice takes no forms. Send JSON, with Content-Type application/json.");
        }
        return request;
    }

    private static boolean isEncoded(String query) {
        try {
            URLDecoder.decode(query, StandardCharsets.UTF_8);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
