package boxoffice.booking.contract;

import boxoffice.kernel.BuyerId;
import boxoffice.kernel.Money;
import org.jspecify.annotations.Nullable;

/**
 * The buyer pays.
 *
 * @param buyerId who pays; only the booking's own buyer may
 * @param method what to pay with, by its name in the payment service's contract
 * @param amount what the buyer believes the booking costs; null where the buyer does not say
 * @param points how much of it in points, where a card pays the rest; null otherwise
 * @param paymentMethodId the provider's id of the card; null without one
 * @param commandHash of the request, compared like the one of {@link StartBooking}
 */
public record PayBooking(
        BuyerId buyerId,
        String method,
        @Nullable Money amount,
        @Nullable Money points,
        @Nullable String paymentMethodId,
        String commandHash) {}
