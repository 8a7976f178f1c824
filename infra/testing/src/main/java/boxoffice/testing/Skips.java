package boxoffice.testing;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * What a run had to leave out and why, listed last. JUnit finds it by itself wherever this module
 * is on the class path.
 *
 * <p>With {@code BOXOFFICE_REQUIRE_ALL=true} in the environment nothing may be left out for want of
 * something that the machine should have: {@link #because} and {@link #without} then fail.
 */
public final class Skips implements TestExecutionListener {
    private static final Map<String, String> LEFT_OUT = new TreeMap<>();

    /** Made by JUnit. */
    public Skips() {}

    static boolean allRequired() {
        return Boolean.parseBoolean(System.getenv("BOXOFFICE_REQUIRE_ALL"));
    }

    /** Ends the calling test as skipped; as failed where everything is required. */
    public static void because(String reason) {
        if (allRequired()) {
            fail("BOXOFFICE_REQUIRE_ALL is set, but " + reason);
        }
        Assumptions.abort(reason);
    }

    /**
     * Notes that the run goes on with less, such as one database server of two.
     *
     * @throws IllegalStateException where everything is required
     */
    static void without(String what, String reason) {
        if (allRequired()) {
            throw new IllegalStateException(
                    "BOXOFFICE_REQUIRE_ALL is set, but " + what + " is left out: " + reason);
        }
        note(what, reason);
    }

    private static void note(String what, String reason) {
        synchronized (LEFT_OUT) {
            LEFT_OUT.put(what, reason);
        }
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        note(nameOf(test), reason);
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (result.getStatus() == TestExecutionResult.Status.ABORTED) {
            note(
                    nameOf(test),
                    result.getThrowable().map(Throwable::getMessage).orElse("no reason given"));
        }
    }

    private static String nameOf(TestIdentifier test) {
        return test.getUniqueIdObject().getSegments().stream()
                .skip(1)
                .map(segment -> segment.getValue().replaceAll(".*\\.", ""))
                .reduce((outer, inner) -> outer + " " + inner)
                .orElse(test.getDisplayName());
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        synchronized (LEFT_OUT) {
            if (!LEFT_OUT.isEmpty()) {
                System.out.println("Left out of this run:");
                LEFT_OUT.forEach((what, reason) -> System.out.println("  " + what + ": " + reason));
                LEFT_OUT.clear();
            }
        }
    }
}
