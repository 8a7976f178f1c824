package boxoffice.web;

import java.util.stream.Collectors;
import tools.jackson.databind.DatabindException;

/** Where in a body something was wrong, as a client would write it: {@code seats[1]}. */
final class JsonPaths {
    private JsonPaths() {}

    static String of(DatabindException e) {
        var path =
                e.getPath().stream()
                        .map(step ->
                                step.getPropertyName() != null
                                        ? "." + step.getPropertyName()
                                        : "[" + step.getIndex() + "]")
                        .collect(Collectors.joining());
        return path.isEmpty() ? "the top of the body" : path.replaceFirst("^\\.", "");
    }
}
