package boxoffice.booking.saga;

import boxoffice.concert.contract.SeatsHeld;
import io.temporal.workflow.Async;
import io.temporal.workflow.Promise;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What has to be undone if the booking ends without a sale. A step's undo is registered before the
 * step is called, for a call whose answer is lost may still have worked.
 */
final class UndoList {

    private final Map<Step, Patience.Call> calls = new EnumMap<>(Step.class);
    private final Patience patience;
    private final Ledger ledger;

    UndoList(Patience patience, Ledger ledger) {
        this.patience = patience;
        this.ledger = ledger;
    }

    void register(Step step, Patience.Call call) {
        if (calls.put(step, call) == null) {
            ledger.note(step, Ledger.State.REGISTERED, "");
        }
    }

    /**
     * Undoes all that was registered: the payment first, and only when its reversal is certain the
     * others, side by side; until then the seats stay, for the charge might still count.
     *
     * @return the sale that this booking had ended in before this run, if it had
     */
    Optional<Sale> run() {
        var reverse = calls.remove(Step.REVERSE_PAYMENT);
        if (reverse != null) {
            patience.untilDone(Step.REVERSE_PAYMENT, reverse);
        }
        var undone =
                calls.entrySet().stream()
                        .map(undo ->
                                Async.function(patience::untilDone, undo.getKey(), undo.getValue()))
                        .toList();
        Promise.allOf(undone).get();
        return undone.stream()
                .map(Promise::get)
                .filter(StepResult.EndedInSale.class::isInstance)
                .map(ended ->
                        new Sale(Optional.ofNullable(((StepResult.EndedInSale) ended).sale())))
                .reduce((one, other) -> one.facts().isPresent() ? one : other);
    }

    /** An earlier sale, and its facts where they are known. */
    record Sale(Optional<SeatsHeld> facts) {}
}
