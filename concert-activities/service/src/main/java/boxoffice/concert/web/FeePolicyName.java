package boxoffice.concert.web;

import org.jspecify.annotations.Nullable;

/** Which version of which fee policy; what is left out stays as it is, or is the standard. */
record FeePolicyName(@Nullable String policyId, @Nullable Integer version) {

    static final FeePolicyName STANDARD = new FeePolicyName("standard", 1);

    static String idOf(@Nullable FeePolicyName sent, FeePolicyName otherwise) {
        if (sent != null && sent.policyId != null) {
            return sent.policyId;
        }
        return otherwise.policyId == null ? "" : otherwise.policyId;
    }

    static int versionOf(@Nullable FeePolicyName sent, FeePolicyName otherwise) {
        if (sent != null && sent.version != null) {
            return sent.version;
        }
        return otherwise.version == null ? 0 : otherwise.version;
    }
}
