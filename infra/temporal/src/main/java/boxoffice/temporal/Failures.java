package boxoffice.temporal;

import io.temporal.failure.ApplicationFailure;

/** How an activity says that no retry can help. */
public final class Failures {
    private Failures() {}

    /**
     * A failure that Temporal does not retry: for a command that can never succeed, never for a
     * passing fault.
     *
     * @param type from the enum of failure types in the activity's contract
     */
    public static ApplicationFailure never(Enum<?> type, String message) {
        return ApplicationFailure.newNonRetryableFailure(message, type.name());
    }
}
