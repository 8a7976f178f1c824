package boxoffice.booking.saga;

import boxoffice.booking.contract.BookingAttributes;
import boxoffice.booking.contract.OperatorDecision;
import io.temporal.workflow.Workflow;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * Where a step waits for a person. Raises {@code NeedsOperator} while any step is overdue or parked
 * and clears it when none is. A decision counts only for the park it names: one sent for an earlier
 * park or another step must not open this one.
 */
final class OperatorDesk {

    private static final Logger log = Workflow.getLogger(OperatorDesk.class);

    /** A decision that fits its park. */
    record Decision(Action action, String by, String reason) {}

    /** One wait for a decision. */
    static final class Park {
        private final int number;
        private final boolean refused;
        private @Nullable Decision decision;

        private Park(int number, boolean refused) {
            this.number = number;
            this.refused = refused;
        }

        boolean isDecided() {
            return decision != null;
        }
    }

    private final Map<Step, Park> parks = new EnumMap<>(Step.class);
    private final Set<Step> overdue = EnumSet.noneOf(Step.class);
    private final List<String> notes = new ArrayList<>();
    private final Ledger ledger;
    private int parkCount;
    private boolean raised;

    OperatorDesk(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * Waits until an operator decides.
     *
     * @param refused whether the step was refused, rather than failing
     */
    Decision park(Step step, String why, boolean refused) {
        var park = open(step, why, refused);
        Workflow.await(park::isDecided);
        parks.remove(step);
        overdue.remove(step);
        refresh();
        return Objects.requireNonNull(park.decision);
    }

    /** Parks a step without waiting: other things go on beside it, until {@link #close}. */
    Park open(Step step, String why, boolean refused) {
        var park = new Park(++parkCount, refused);
        parks.put(step, park);
        log.warn("Step {} is parked (park {}): {}", step, park.number, why);
        ledger.note(step, Ledger.State.PARKED, "park " + park.number + ": " + why);
        refresh();
        return park;
    }

    /**
     * Ends the wait for a decision.
     *
     * @return what was decided; null where nothing was, and nothing has to be any more
     */
    @Nullable Action close(Step step) {
        var park = parks.remove(step);
        var decision = park == null ? null : park.decision;
        ledger.note(
                step,
                Ledger.State.DONE,
                decision == null ? "" : decision.action() + " by " + decision.by());
        refresh();
        return decision == null ? null : decision.action();
    }

    /** Tells that the step's patience is over, while it is still tried. */
    void overdue(Step step, String why) {
        overdue.add(step);
        log.warn("Step {} is overdue and still tried: {}", step, why);
        ledger.note(step, Ledger.State.OVERDUE, why);
        refresh();
    }

    /** The step is over, well or not. */
    void settled(Step step) {
        overdue.remove(step);
        refresh();
    }

    /** Takes a decision, or drops and records it. */
    void decide(OperatorDecision said) {
        for (var waiting : parks.entrySet()) {
            var step = waiting.getKey();
            var park = waiting.getValue();
            if (park.decision == null && isMeantFor(step, park, said)) {
                var action = Action.of(text(said.action()));
                if (action.isPresent() && step.allows(action.get(), park.refused)) {
                    park.decision =
                            new Decision(action.get(), text(said.by()), text(said.reason()));
                    record("took", said);
                    return;
                }
            }
        }
        record("dropped", said);
    }

    private static boolean isMeantFor(Step step, Park park, OperatorDecision said) {
        return step.toString().equals(said.step())
                && said.park() != null
                && said.park() == park.number
                && !text(said.by()).isBlank();
    }

    private void record(String what, OperatorDecision said) {
        var note =
                "%s `%s` for `%s`, park %s, by %s: %s"
                        .formatted(
                                what,
                                text(said.action()),
                                text(said.step()),
                                said.park(),
                                text(said.by()),
                                text(said.reason()));
        log.info("Operator: {}", note);
        notes.add(note);
        ledger.changed();
    }

    private static String text(@Nullable String said) {
        return said == null ? "" : said;
    }

    /** What operators said, one Markdown line each. */
    String notes() {
        return notes.isEmpty() ? "" : "\n- operator " + String.join("\n- operator ", notes) + "\n";
    }

    private void refresh() {
        var needed = !parks.isEmpty() || !overdue.isEmpty();
        if (needed != raised) {
            raised = needed;
            Workflow.upsertTypedSearchAttributes(BookingAttributes.NEEDS_OPERATOR.valueSet(needed));
        }
    }
}
