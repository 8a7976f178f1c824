package boxoffice.payment.contract;

import boxoffice.kernel.Money;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What the buyer pays with. A card is named by the provider's id for it, never by its number. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "method")
@JsonSubTypes({
    @JsonSubTypes.Type(value = PaymentMeans.Points.class, name = "POINTS"),
    @JsonSubTypes.Type(value = PaymentMeans.Card.class, name = "CARD"),
    @JsonSubTypes.Type(value = PaymentMeans.PointsAndCard.class, name = "POINTS_AND_CARD")
})
public sealed interface PaymentMeans {

    /** The buyer's points, from the wallet. */
    record Points() implements PaymentMeans {
        @Override
        public String toString() {
            return "points";
        }
    }

    /**
     * A card.
     *
     * @param paymentMethodId the provider's id, such as {@code pm_card_visa}
     */
    record Card(String paymentMethodId) implements PaymentMeans {
        @Override
        public String toString() {
            return "card";
        }
    }

    /**
     * Points first and a card for the rest.
     *
     * @param points how much of the amount; more than nothing and less than all of it
     */
    record PointsAndCard(Money points, String paymentMethodId) implements PaymentMeans {
        @Override
        public String toString() {
            return points + " in points, the rest by card";
        }
    }
}
