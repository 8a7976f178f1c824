package boxoffice.payment.provider;

/** How a refund stands at the provider. */
public sealed interface RefundAnswer {

    /** The provider's reference to this refund. */
    String ref();

    /** The money is back, or surely on its way. */
    record Done(String ref) implements RefundAnswer {}

    /** Begun; whether it succeeds is not known. */
    record Pending(String ref) implements RefundAnswer {}

    /**
     * Nothing goes back by this try.
     *
     * @param why in the provider's words, for the operator
     */
    record Failed(String ref, String why) implements RefundAnswer {}
}
