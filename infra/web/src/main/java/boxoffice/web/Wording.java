package boxoffice.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;
import tools.jackson.databind.json.JsonMapper;

/**
 * Says problems in the reader's language: English, in which they are thrown, or Korean, from {@code
 * problems_ko.properties} here and of the service. What has no Korean text stays English.
 */
final class Wording {

    /** Two and no more, so that nothing that is kept by language can grow. */
    static final AcceptHeaderLocaleResolver LOCALES = locales();

    private static final MessageSource KOREAN = korean();

    private Wording() {}

    private static AcceptHeaderLocaleResolver locales() {
        var locales = new AcceptHeaderLocaleResolver();
        locales.setSupportedLocales(List.of(Locale.ENGLISH, Locale.KOREAN));
        locales.setDefaultLocale(Locale.ENGLISH);
        return locales;
    }

    private static MessageSource korean() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasenames("problems", "boxoffice/web/problems");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }

    /**
     * Rewords the problem and says in the headers in which language it is.
     *
     * @param thrown where it says more than the problem's code does
     */
    static void say(
            ProblemDetail problem,
            String code,
            @Nullable ApiProblem thrown,
            Locale locale,
            HttpHeaders headers) {
        var korean = locale.equals(Locale.KOREAN) ? inKorean(code, thrown) : null;
        if (korean != null) {
            problem.setDetail(korean);
            problem.setTitle(
                    KOREAN.getMessage(
                            "status." + problem.getStatus(),
                            null,
                            problem.getTitle(),
                            Locale.KOREAN));
        }
        headers.setContentLanguage(korean == null ? Locale.ENGLISH : Locale.KOREAN);
        headers.add(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
    }

    private static @Nullable String inKorean(String code, @Nullable ApiProblem thrown) {
        var facts = thrown == null ? null : thrown.facts();
        return Stream.of(thrown == null ? code : thrown.wording(), code)
                .map(key -> KOREAN.getMessage(key, facts, null, Locale.KOREAN))
                .filter(text -> text != null)
                .findFirst()
                .orElse(null);
    }

    /** Answers with the problem from where no controller is reached. */
    static void write(
            ApiProblem problem,
            HttpServletRequest request,
            HttpServletResponse response,
            JsonMapper json)
            throws IOException {
        var body = problem.getBody();
        body.setProperty("traceId", TraceId.current());
        var headers = new HttpHeaders();
        say(body, problem.code(), problem, LOCALES.resolveLocale(request), headers);
        headers.forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        response.setStatus(body.getStatus());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        json.writeValue(response.getOutputStream(), body);
    }
}
