package boxoffice.concert.domain;

import boxoffice.kernel.BookingId;
import boxoffice.kernel.BuyerId;
import org.jspecify.annotations.Nullable;

/**
 * A seat as a hold that did not get all of its seats found it.
 *
 * @param owner the booking that holds it or has bought it
 * @param buyer that booking's buyer
 */
public record FoundSeat(
        String seatNo, SeatState state, @Nullable BookingId owner, @Nullable BuyerId buyer) {}
