package boxoffice.payment.domain;

import org.jspecify.annotations.Nullable;

/** What the row says to an attempt with a card. */
public sealed interface Begun {

    /** The outcome is known, or the attempt is fenced off. */
    record Known(ChargeResult result) implements Begun {}

    /**
     * The points' part is taken; the provider must say about the card's.
     *
     * @param ref the provider's reference of the payment; null where it was not made yet
     */
    record AskProvider(@Nullable String ref) implements Begun {}
}
