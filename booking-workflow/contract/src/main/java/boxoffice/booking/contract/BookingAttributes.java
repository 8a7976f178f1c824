package boxoffice.booking.contract;

import io.temporal.common.SearchAttributeKey;

/** The search attributes of a booking; a namespace must know them before the first one starts. */
public final class BookingAttributes {
    private BookingAttributes() {}

    public static final SearchAttributeKey<String> STATUS =
            SearchAttributeKey.forKeyword("BookingStatus");
    public static final SearchAttributeKey<String> CONCERT_ID =
            SearchAttributeKey.forKeyword("ConcertId");
    public static final SearchAttributeKey<String> SCHEDULE_ID =
            SearchAttributeKey.forKeyword("ScheduleId");
    public static final SearchAttributeKey<String> BUYER_ID =
            SearchAttributeKey.forKeyword("BuyerId");
    public static final SearchAttributeKey<Boolean> NEEDS_OPERATOR =
            SearchAttributeKey.forBoolean("NeedsOperator");
}
