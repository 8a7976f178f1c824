package boxoffice.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Who buys: the `sub` of the buyer's token, never a field of a request. */
public record BuyerId(String value) {

    /** Characters at most; the databases' columns are as wide. */
    public static final int LENGTH_MAX = 120;

    /**
     * @throws IllegalArgumentException when the text is blank or longer than {@link #LENGTH_MAX}
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public BuyerId {
        Texts.require("BuyerId", value, LENGTH_MAX);
    }

    @Override
    @JsonValue
    public String toString() {
        return value;
    }
}
