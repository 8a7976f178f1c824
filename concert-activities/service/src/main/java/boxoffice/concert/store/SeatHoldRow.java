package boxoffice.concert.store;

import boxoffice.concert.domain.HoldState;
import boxoffice.concert.domain.PolicyLimit;
import boxoffice.concert.domain.Refusal;
import boxoffice.kernel.BookingId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/** What is looked at in a booking's row once it is there. */
@Table("seat_holds")
record SeatHoldRow(
        @Id BookingId bookingId,
        HoldState state,
        Refusal.@Nullable Reason refusalReason,
        @Nullable String refusedSeatNos,
        @Nullable BookingId ownBookingId,
        @Nullable String policy,
        @Nullable Integer policyLimit,
        @Nullable Integer policyRemaining) {

    private static final String SEPARATOR = ",";

    /** Why this row, which is RELEASED, holds nothing. */
    Refusal refusal() {
        return refusalReason == null
                ? Refusal.of(Refusal.Reason.RELEASED)
                : new Refusal(refusalReason, split(refusedSeatNos), ownBookingId, limit());
    }

    private @Nullable PolicyLimit limit() {
        return policy == null || policyLimit == null || policyRemaining == null
                ? null
                : new PolicyLimit(policy, policyLimit, policyRemaining);
    }

    /** The column's text; a seat number has no comma in it. */
    static @Nullable String joined(List<String> seatNos) {
        return seatNos.isEmpty() ? null : String.join(SEPARATOR, seatNos);
    }

    private static List<String> split(@Nullable String seatNos) {
        return seatNos == null ? List.of() : List.of(seatNos.split(SEPARATOR));
    }
}
