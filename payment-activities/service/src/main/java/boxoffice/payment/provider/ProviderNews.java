package boxoffice.payment.provider;

/** Who wants to know that a provider had news of a payment. */
public interface ProviderNews {

    /**
     * The provider told, by a webhook whose signature was right, that something happened to a
     * payment. May come twice, late and in any order: it is a hint to look, never a fact.
     *
     * @param ref the provider's reference of the payment
     */
    void heard(String ref);
}
