package boxoffice.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** One date of a concert at a venue (공연 일정). */
public record ScheduleId(String value) {

    /** Characters at most; the databases' columns are as wide. */
    public static final int LENGTH_MAX = 40;

    /**
     * @throws IllegalArgumentException when the text is blank or longer than {@link #LENGTH_MAX}
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ScheduleId {
        Texts.require("ScheduleId", value, LENGTH_MAX);
    }

    @Override
    @JsonValue
    public String toString() {
        return value;
    }
}
