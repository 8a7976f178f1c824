package boxoffice.booking.contract;

import org.jspecify.annotations.Nullable;

/**
 * What an operator decides about a parked step. It names the park it is meant for: one that names
 * another step, another park or no action that fits is dropped and recorded. Every field may be
 * missing here, because a person types it.
 *
 * @param step as shown in the booking's current details, such as {@code releaseSeats}
 * @param park the number of the park, shown there too
 * @param action {@code retry}, {@code skip}, {@code markRefunded}, {@code reverse} or {@code
 *     acknowledge}
 * @param by who decides
 * @param reason why, for those who read the booking later
 */
public record OperatorDecision(
        @Nullable String step,
        @Nullable Integer park,
        @Nullable String action,
        @Nullable String by,
        @Nullable String reason) {}
