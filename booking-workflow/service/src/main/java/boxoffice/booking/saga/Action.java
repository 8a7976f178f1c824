package boxoffice.booking.saga;

import java.util.Arrays;
import java.util.Optional;

/** What an operator may decide about a parked step. */
enum Action {
    /** Try the step again, with fresh patience. */
    RETRY("retry"),
    /** Leave the step undone; somebody has done it by hand. */
    SKIP("skip"),
    /** The money is back already: let the payment service check that and write it down. */
    MARK_REFUNDED("markRefunded"),
    /** Give the sale up: take the payment back and undo the rest. */
    REVERSE("reverse"),
    /** A person has seen it and sees to it; nobody else need be told. */
    ACKNOWLEDGE("acknowledge");

    private final String text;

    Action(String text) {
        this.text = text;
    }

    static Optional<Action> of(String text) {
        return Arrays.stream(values()).filter(action -> action.text.equals(text)).findFirst();
    }

    @Override
    public String toString() {
        return text;
    }
}
