package boxoffice.payment.provider;

import boxoffice.kernel.BookingId;

/** Who follows a booking's dispute to its end. */
public interface DisputeFollower {

    /**
     * Begins to follow the dispute, or looks at it again. Any number of times.
     *
     * @throws DisputeNotTold when it could not be told now
     */
    void follow(BookingId booking, String disputeId);
}
