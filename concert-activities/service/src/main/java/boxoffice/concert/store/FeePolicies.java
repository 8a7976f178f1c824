package boxoffice.concert.store;

import boxoffice.kernel.FeePolicy;
import java.time.ZoneId;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Fee policies as their rows have them: the tiers in one column, as JSON. */
@Component
class FeePolicies {

    private static final TypeReference<List<FeePolicy.Tier>> TIERS = new TypeReference<>() {};

    private final JsonMapper json;

    FeePolicies(JsonMapper json) {
        this.json = json;
    }

    /**
     * @throws RuntimeException when the row says what no policy can be; it is then for a person to
     *     correct, and no seat is held meanwhile
     */
    FeePolicy read(String policyId, int version, String timeZone, String tiers) {
        return new FeePolicy(policyId, version, ZoneId.of(timeZone), json.readValue(tiers, TIERS));
    }
}
