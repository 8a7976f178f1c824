package boxoffice.concert.activity;

import boxoffice.concert.contract.BestSeats;
import boxoffice.concert.contract.ConcertFailure;
import boxoffice.concert.contract.HoldSeats;
import boxoffice.concert.domain.Complimentary;
import boxoffice.concert.domain.HoldRequest;
import boxoffice.concert.domain.SeatNos;
import boxoffice.concert.domain.Wish;
import boxoffice.temporal.Failures;
import java.util.List;
import java.util.regex.Pattern;

/** The contract's rules for what a hold may ask for; breaking them leaves no row. */
final class HoldCommands {
    private HoldCommands() {}

    private static final Pattern SEAT_NO = Pattern.compile(HoldSeats.SEAT_NO_FORM);

    static HoldRequest request(HoldSeats command) {
        var gift = command.complimentary();
        return new HoldRequest(
                command.bookingId(),
                command.buyerId(),
                command.scheduleId(),
                wish(command),
                command.startedAt(),
                command.presaleCodeHash(),
                gift == null ? null : new Complimentary(gift.promoterId()));
    }

    private static Wish wish(HoldSeats command) {
        var best = command.best();
        if (best == null) {
            return new Wish.Seats(seatNos(command.seatNos()));
        }
        if (!command.seatNos().isEmpty()) {
            throw malformed("both certain seats and the best");
        }
        if (command.complimentary() != null) {
            throw malformed("certain seats are given away, not the best");
        }
        return wish(best);
    }

    private static Wish wish(BestSeats best) {
        try {
            return new Wish.Best(
                    best.quantity(),
                    best.section(),
                    best.grade(),
                    best.budget(),
                    best.apart(),
                    best.wheelchair());
        } catch (IllegalArgumentException e) {
            throw malformed(String.valueOf(e.getMessage()));
        }
    }

    static SeatNos seatNos(List<String> values) {
        if (values.size() > HoldSeats.SEATS_MAX) {
            throw malformed(values.size() + " seats; a booking has " + HoldSeats.SEATS_MAX);
        }
        for (var value : values) {
            if (!SEAT_NO.matcher(value).matches()) {
                throw malformed("not a seat number: " + value);
            }
        }
        try {
            return SeatNos.of(values);
        } catch (IllegalArgumentException e) {
            throw malformed("not a list of seats: " + e.getMessage());
        }
    }

    static RuntimeException malformed(String message) {
        return Failures.never(ConcertFailure.MALFORMED_COMMAND, message);
    }
}
