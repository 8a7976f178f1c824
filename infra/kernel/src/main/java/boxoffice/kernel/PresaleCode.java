package boxoffice.kernel;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What opens a presale to who has it. Only its hash is kept, and only its hash leaves the edge that
 * it was sent to: no row, no workflow history and no log line has the code itself.
 */
public final class PresaleCode {
    private PresaleCode() {}

    /** Characters at least, so that guessing is hopeless. */
    public static final int LENGTH_MIN = 8;

    /** Characters at most. */
    public static final int LENGTH_MAX = 64;

    private static final Pattern FORM =
            Pattern.compile("[A-Z0-9-]{" + LENGTH_MIN + "," + LENGTH_MAX + "}");

    /**
     * SHA-256, in hexadecimal, of the schedule's id and the code as it is meant: without spaces
     * around it, in capital letters. The schedule is in it so that the same code at two schedules
     * is two hashes.
     *
     * @throws IllegalArgumentException when the code is not {@link #LENGTH_MIN} to {@link
     *     #LENGTH_MAX} of the letters A to Z, digits and hyphens; the message does not repeat it
     */
    public static String hash(ScheduleId scheduleId, String code) {
        var meant = code.strip().toUpperCase(Locale.ROOT);
        if (!FORM.matcher(meant).matches()) {
            throw new IllegalArgumentException(
                    "a presale code has "
                            + LENGTH_MIN
                            + " to "
                            + LENGTH_MAX
                            + " letters A to Z, digits or hyphens");
        }
        // A code has no line feed, so that the last one tells where it begins.
        var bytes = (scheduleId.value() + "\n" + meant).getBytes(StandardCharsets.UTF_8);
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
