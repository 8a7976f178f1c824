package boxoffice.booking.web;

import boxoffice.booking.contract.Complimentary;
import boxoffice.booking.contract.StartBooking;
import boxoffice.concert.contract.HoldSeats;
import boxoffice.kernel.BookingId;
import boxoffice.kernel.BuyerId;
import boxoffice.kernel.ScheduleId;
import boxoffice.web.ApiProblem;
import boxoffice.web.IdempotencyKey;
import boxoffice.web.Staff;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * The body of {@code POST /complimentary-bookings}, not yet believed.
 *
 * @param seats such as are kept back
 * @param guest the buyer whose they shall be
 */
record ComplimentaryRequest(
        @Schema(
                        requiredMode = RequiredMode.REQUIRED,
                        minLength = 1,
                        maxLength = ScheduleId.LENGTH_MAX)
                @Nullable String scheduleId,
        @ArraySchema(
                        minItems = 1,
                        maxItems = BookRequest.SEATS_MAX,
                        uniqueItems = true,
                        arraySchema = @Schema(requiredMode = RequiredMode.REQUIRED),
                        schema =
                                @Schema(
                                        minLength = 1,
                                        maxLength = HoldSeats.SEAT_NO_LENGTH_MAX,
                                        example = "A-1-12"))
                @Nullable List<@Nullable String> seats,
        @Schema(requiredMode = RequiredMode.REQUIRED, minLength = 1, maxLength = BuyerId.LENGTH_MAX)
                @Nullable String guest) {

    /** A buyer's key has no colon, so that nobody's own booking has the id of a gift. */
    static BookingId bookingId(Staff staff, IdempotencyKey key) {
        return BookingId.of(new BuyerId(staff.subject()), "complimentary:" + key.value());
    }

    /**
     * @throws ApiProblem 400, with the code of what is wrong
     */
    StartBooking checked(Staff staff, IdempotencyKey key) {
        var schedule = BookRequest.checkedSchedule(scheduleId);
        var seatNos = BookRequest.checkedSeats(seats);
        var buyer = checkedGuest();
        return new StartBooking(
                bookingId(staff, key),
                buyer,
                schedule,
                seatNos,
                CommandHash.of(
                        Stream.concat(
                                        Stream.of("complimentary", schedule.value(), buyer.value()),
                                        seatNos.stream().sorted())
                                .toList()),
                null,
                null,
                new Complimentary(staff.subject(), staff.isOperator() ? null : staff.promoterId()),
                null);
    }

    private BuyerId checkedGuest() {
        try {
            return new BuyerId(guest == null ? "" : guest);
        } catch (IllegalArgumentException e) {
            throw new ApiProblem(
                    HttpStatus.BAD_REQUEST,
                    "invalid-guest",
                    "Say whose the seats shall be: guest, the id of a buyer.");
        }
    }
}
