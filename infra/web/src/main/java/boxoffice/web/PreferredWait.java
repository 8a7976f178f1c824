package boxoffice.web;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;

/**
 * How long a client would wait for an answer: {@code Prefer: wait=n} of RFC 7240, in whole seconds,
 * {@link #LONGEST} at most. A controller that takes one as an argument says in {@code
 * Preference-Applied} whether it kept to it.
 *
 * @param said empty where the client said nothing, or nothing that makes sense, which is the same
 */
public record PreferredWait(Optional<Duration> said) {

    /** A longer wait is answered as this one. */
    public static final Duration LONGEST = Duration.ofSeconds(10);

    static final String HEADER = "Prefer";
    private static final String APPLIED = "Preference-Applied";

    /** Nine digits are enough for who would wait for years. */
    private static final Pattern WAIT =
            Pattern.compile(
                    "\\s*wait\\s*=\\s*\"?(\\d{1,9})\"?\\s*(;.*)?", Pattern.CASE_INSENSITIVE);

    /** The first wait among the preferences, as the RFC has it. */
    static PreferredWait of(List<String> headers) {
        return new PreferredWait(
                headers.stream()
                        .flatMap(header -> Stream.of(header.split(",")))
                        .map(WAIT::matcher)
                        .filter(match -> match.matches())
                        .map(match -> Duration.ofSeconds(Long.parseLong(match.group(1))))
                        .map(wait -> Collections.min(List.of(wait, LONGEST)))
                        .findFirst());
    }

    /** The answer to who was waited for as long, which it is told; nothing to who said nothing. */
    public <T> ResponseEntity<T> keptBy(ResponseEntity<T> answer) {
        if (said.isEmpty()) {
            return answer;
        }
        return ResponseEntity.status(answer.getStatusCode())
                .headers(answer.getHeaders())
                .header(APPLIED, "wait=" + said.get().toSeconds())
                .body(answer.getBody());
    }
}
