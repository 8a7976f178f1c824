package boxoffice.concert.domain;

import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Ids that a promoter may choose, because they stand in addresses; who does not gets one. */
public final class GivenIds {
    private GivenIds() {}

    /** As a regular expression. */
    public static final String FORM = "[a-z0-9][a-z0-9-]{1,38}[a-z0-9]";

    private static final Pattern PATTERN = Pattern.compile(FORM);

    /**
     * @param at the field that it was sent in
     * @param prefix of one that is made here
     */
    public static String read(Flaws flaws, String at, @Nullable String given, String prefix) {
        if (given == null) {
            return prefix + "-" + UUID.randomUUID().toString().substring(0, 18).replace("-", "");
        }
        if (!PATTERN.matcher(given).matches()) {
            flaws.add(
                    at,
                    "id-invalid",
                    at
                            + " is 3 to 40 small letters a to z, digits and hyphens, such as"
                            + " winter-serenade; leave it out and one is made.");
        }
        return given;
    }
}
