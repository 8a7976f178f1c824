package boxoffice.gateway;

import static org.springframework.web.servlet.function.RouterFunctions.route;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** What the door has of its own to read: where things are, and the API as one document. */
@Configuration(proxyBeanMethods = false)
class Pages {

    /** What anybody may GET of it; the rest is among the static resources. */
    static final String[] PATHS = {
        "/", "/index.html", "/page.css", "/docs", "/docs/*", "/webjars/*/*", "/api/openapi.json"
    };

    private static final Duration DOCUMENT_AGE_MAX = Duration.ofMinutes(1);

    private final Documents documents;

    Pages(Documents documents) {
        this.documents = documents;
    }

    @Bean
    RouterFunction<ServerResponse> toTheDoorsOwn() {
        var docs = new ClassPathResource("static/docs/index.html");
        return route().GET("/api/openapi.json", this::document)
                .GET(
                        "/docs",
                        request -> ServerResponse.ok().contentType(MediaType.TEXT_HTML).body(docs))
                .build();
    }

    private ServerResponse document(ServerRequest request) {
        var merged = documents.merged(request.servletRequest());
        return ServerResponse.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(
                        merged.isWhole()
                                ? CacheControl.maxAge(DOCUMENT_AGE_MAX).cachePublic()
                                : CacheControl.noStore())
                .body(merged.json());
    }
}
