package boxoffice.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A concert, whatever its dates (공연). */
public record ConcertId(String value) {

    /** Characters at most; the databases' columns are as wide. */
    public static final int LENGTH_MAX = 40;

    /**
     * @throws IllegalArgumentException when the text is blank or longer than {@link #LENGTH_MAX}
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ConcertId {
        Texts.require("ConcertId", value, LENGTH_MAX);
    }

    @Override
    @JsonValue
    public String toString() {
        return value;
    }
}
