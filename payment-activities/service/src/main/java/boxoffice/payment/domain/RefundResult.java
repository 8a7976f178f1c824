package boxoffice.payment.domain;

/** What became of {@link RefundAsked}. */
public sealed interface RefundResult {

    /** There is such a refund now, and it is this. */
    record Begun(Refund refund) implements RefundResult {}

    /**
     * Nothing goes back under this command.
     *
     * @param why for the operator
     */
    record Refused(String why) implements RefundResult {}
}
