package boxoffice.payment.provider;

import org.jspecify.annotations.Nullable;

/**
 * The provider could not be asked, or did not answer: what became of the call is not known. Never
 * to be taken for a refusal; the same call may be made again.
 */
public final class ProviderFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param message for the log: no card, no key, no personal data
     */
    public ProviderFault(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
