package boxoffice.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Who puts on a concert: the `sub` of the promoter's token, as the concert's row names it. */
public record PromoterId(String value) {

    /** Characters at most; the databases' columns are as wide. */
    public static final int LENGTH_MAX = 120;

    /**
     * @throws IllegalArgumentException when the text is blank or longer than {@link #LENGTH_MAX}
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PromoterId {
        Texts.require("PromoterId", value, LENGTH_MAX);
    }

    @Override
    @JsonValue
    public String toString() {
        return value;
    }
}
