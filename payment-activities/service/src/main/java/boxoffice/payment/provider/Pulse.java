package boxoffice.payment.provider;

/** Whoever waits for a provider's answer asks this, between two questions, whether to go on. */
public interface Pulse {

    /** Throws whatever ends the waiting, when nobody wants the answer any more. */
    void check();
}
