package boxoffice.temporal;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.temporal.common.converter.ByteArrayPayloadConverter;
import io.temporal.common.converter.DataConverter;
import io.temporal.common.converter.DefaultDataConverter;
import io.temporal.common.converter.Jackson3JsonPayloadConverter;
import io.temporal.common.converter.NullPayloadConverter;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** How values stand in workflow histories. */
public final class Payloads {
    private Payloads() {}

    /**
     * Jackson 3 JSON from the first history on, without protobuf. Unknown fields are let through: a
     * worker must be able to read what a newer one wrote. Nulls are left out.
     */
    public static DataConverter converter() {
        var mapper =
                JsonMapper.builder()
                        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                        .changeDefaultPropertyInclusion(
                                old -> old.withValueInclusion(JsonInclude.Include.NON_NULL))
                        .build();
        return new DefaultDataConverter(
                new NullPayloadConverter(),
                new ByteArrayPayloadConverter(),
                new Jackson3JsonPayloadConverter(mapper));
    }
}
