package boxoffice.concert.contract;

import boxoffice.kernel.PromoterId;
import org.jspecify.annotations.Nullable;

/**
 * Seats that are kept back are given to the buyer, at no price, whatever the sale does and however
 * many the buyer has.
 *
 * @param promoterId who gives: only the concert's own promoter may; null for an operator, who may
 *     give any
 */
public record Complimentary(@Nullable PromoterId promoterId) {}
