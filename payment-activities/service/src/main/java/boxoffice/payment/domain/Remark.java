package boxoffice.payment.domain;

/**
 * That an operator took a payment's reversal upon himself, in his own words.
 *
 * @param by who
 * @param reason why
 */
public record Remark(String by, String reason) {

    /** Characters at most, as wide as the columns. */
    static final int BY_LENGTH_MAX = 120;

    static final int REASON_LENGTH_MAX = 1000;

    /**
     * @throws IllegalArgumentException when one of them is blank or too long
     */
    public Remark {
        require("by", by, BY_LENGTH_MAX);
        require("reason", reason, REASON_LENGTH_MAX);
    }

    private static void require(String what, String value, int lengthMax) {
        if (value.isBlank() || value.length() > lengthMax) {
            throw new IllegalArgumentException(what + " has 1 to " + lengthMax + " characters");
        }
    }
}
