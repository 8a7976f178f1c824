package boxoffice.booking.contract;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What became of {@link PayBooking}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "outcome")
@JsonSubTypes({
    @JsonSubTypes.Type(value = PaymentAnswer.Paid.class, name = "paid"),
    @JsonSubTypes.Type(value = PaymentAnswer.NotCharged.class, name = "not-charged"),
    @JsonSubTypes.Type(value = PaymentAnswer.NothingToPay.class, name = "nothing-to-pay")
})
public sealed interface PaymentAnswer {

    /** Of the request that is answered. */
    String commandHash();

    /** How the booking stood then. */
    BookingSnapshot booking();

    /** The money is taken and the seats are sold. */
    record Paid(String commandHash, BookingSnapshot booking) implements PaymentAnswer {}

    /**
     * The charge was declined; the hold goes on until its deadline.
     *
     * @param decline why, by its name in the payment service's contract
     * @param mayRetry whether another attempt can help
     */
    record NotCharged(String commandHash, BookingSnapshot booking, String decline, boolean mayRetry)
            implements PaymentAnswer {}

    /** The booking ended without a sale before this payment could count. */
    record NothingToPay(String commandHash, BookingSnapshot booking) implements PaymentAnswer {}
}
