package boxoffice.web;

import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.method.HandlerMethod;
import tools.jackson.databind.json.JsonMapper;

/** What {@link Answers} says of the body that an operation takes. */
record DocumentedBody(RequestBody body, HandlerMethod method, Answers said) {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String JSON_TYPE =
            org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

    /**
     * @param schemas makes the schema of a class one of the document's
     */
    void write(Function<Class<?>, Schema<?>> schemas) {
        body.getContent()
                .forEach((type, content) -> {
                    // Of two methods that differ in what they take, one has been here
                    // before.
                    if (takes(type)) {
                        write(type.equals(JSON_TYPE), content, schemas);
                    }
                });
    }

    private boolean takes(String type) {
        var mapping = method.getMethodAnnotation(PostMapping.class);
        return mapping == null
                || mapping.consumes().length == 0
                || List.of(mapping.consumes()).contains(type);
    }

    private void write(boolean isJson, MediaType content, Function<Class<?>, Schema<?>> schemas) {
        if (said.request() != Void.class) {
            content.setSchema(schemas.apply(said.request()));
        } else if (!isJson) {
            content.setSchema(ApiDocument.text());
        }
        if (isJson && !Boolean.TRUE.equals(body.getRequired())) {
            // To JSON nothing is null, too.
            content.setSchema(RecordSchemas.orNull(content.getSchema()));
        }
        if (!said.example().isEmpty()) {
            content.setExample(isJson ? JSON.readValue(said.example(), Map.class) : said.example());
        }
    }
}
