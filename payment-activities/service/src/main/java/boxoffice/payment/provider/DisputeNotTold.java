package boxoffice.payment.provider;

/** Nobody could be told of a dispute now; to be told again. */
public final class DisputeNotTold extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DisputeNotTold(String message, Throwable cause) {
        super(message, cause);
    }
}
