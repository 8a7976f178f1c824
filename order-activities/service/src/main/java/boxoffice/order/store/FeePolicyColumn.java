package boxoffice.order.store;

import boxoffice.kernel.FeePolicy;
import tools.jackson.databind.json.JsonMapper;

/** A fee policy as the column keeps it: JSON, for nothing in the database looks into it. */
final class FeePolicyColumn {
    private FeePolicyColumn() {}

    private static final JsonMapper JSON = JsonMapper.shared();

    static String write(FeePolicy policy) {
        return JSON.writeValueAsString(policy);
    }

    static FeePolicy read(String column) {
        return JSON.readValue(column, FeePolicy.class);
    }
}
