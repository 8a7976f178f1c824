package boxoffice.booking.saga;

import java.util.LinkedHashMap;
import java.util.Map;

/** How each undo and settle step stands; the table that the Web UI shows. */
final class Ledger {

    /** How a step stands. */
    enum State {
        REGISTERED("registered"),
        RUNNING("running"),
        OVERDUE("**overdue**, still tried"),
        PARKED("**parked**"),
        DONE("done"),
        SKIPPED("skipped"),
        GIVEN_UP("given up");

        private final String text;

        State(String text) {
            this.text = text;
        }
    }

    private record Line(State state, String note) {}

    private final Map<Step, Line> lines = new LinkedHashMap<>();
    private final Runnable onChange;

    Ledger(Runnable onChange) {
        this.onChange = onChange;
    }

    void note(Step step, State state, String note) {
        lines.put(step, new Line(state, note));
        changed();
    }

    /** What is shown beside the table has changed. */
    void changed() {
        onChange.run();
    }

    /** A Markdown table, empty where there is nothing to tell. */
    String table() {
        if (lines.isEmpty()) {
            return "";
        }
        var table = new StringBuilder("\n| step | state | note |\n|---|---|---|\n");
        lines.forEach((step, line) ->
                table.append(
                        "| `%s` | %s | %s |\n"
                                .formatted(step, line.state.text, oneLine(line.note))));
        return table.toString();
    }

    static String oneLine(String text) {
        return text.replace('\n', ' ').replace('|', '/');
    }
}
