package boxoffice.booking.contract;

import boxoffice.kernel.PromoterId;
import org.jspecify.annotations.Nullable;

/**
 * That the seats are given away: nothing is to be paid, and no pass is needed.
 *
 * @param by who gives them, for those who read it later
 * @param promoterId whose concert it must be; null where an operator gives, for whom that does not
 *     matter
 */
public record Complimentary(String by, @Nullable PromoterId promoterId) {}
