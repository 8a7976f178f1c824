package boxoffice.concert.domain;

import boxoffice.kernel.PromoterId;
import org.jspecify.annotations.Nullable;

/**
 * Seats that are given away, at no price: of those that are kept back.
 *
 * @param promoterId whose concert it must be; null for an operator, who gives away any
 */
public record Complimentary(@Nullable PromoterId promoterId) {}
