package boxoffice.order.domain;

/** The booking's reason for ending unsold, such as {@code EXPIRED}: what the buyer sees later. */
public record CancelReason(String value) {

    /** Characters at most; the column is as wide. */
    static final int LENGTH_MAX = 40;

    /**
     * @throws IllegalArgumentException when the text is blank or longer than 40 characters
     */
    public CancelReason {
        Texts.require("A reason", value, LENGTH_MAX);
    }
}
