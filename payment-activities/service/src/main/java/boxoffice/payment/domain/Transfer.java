package boxoffice.payment.domain;

import boxoffice.kernel.BookingId;
import boxoffice.kernel.BuyerId;
import boxoffice.kernel.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An amount that leaves one account and enters another: two ledger entries whose sum is zero, made
 * together or not at all.
 *
 * @param idempotencyKey the same transfer has the same key for ever, so that the ledger takes it
 *     once
 * @param amount positive
 */
public record Transfer(
        String idempotencyKey,
        Cause cause,
        @Nullable BookingId bookingId,
        String from,
        String to,
        Money amount) {

    /** Why money moved. */
    public enum Cause {
        /** A booking was paid. */
        BOOKING,
        /** The card of a split payment was declined, and its points went back. */
        RETURN,
        /** A payment was taken back as a whole, for there was no sale. */
        REVERSAL,
        /** A part of a sale was cancelled. */
        REFUND,
        /** What a cancellation keeps. */
        FEE,
        /** A buyer bought points. */
        TOP_UP,
        /** A buyer's bank took a payment back for good. */
        DISPUTE,
        /** A person put the books right. */
        CORRECTION
    }

    /** One of the two sides of a transfer. */
    public record Entry(String account, long amount) {}

    /** What buyers have paid for bookings and not got back. */
    private static final String BOOKINGS = "bookings";

    /** What the card provider owes us, below zero: it has taken so much from cards. */
    private static final String CARDS = "cards";

    /** What went back to buyers past the card provider, on an operator's word. */
    private static final String OUTSIDE = "outside";

    /** What cancellations have kept. */
    private static final String FEES = "fees";

    /** What lost disputes have cost, below zero. */
    private static final String CHARGEBACKS = "chargebacks";

    public Transfer {
        if (amount.amount() <= 0) {
            throw new IllegalArgumentException("a transfer moves more than nothing, not " + amount);
        }
    }

    /** The points of an attempt. */
    public static Transfer inPoints(ChargeAttempt attempt) {
        return ofBooking(
                "charge/%s/%d".formatted(attempt.bookingId(), attempt.attempt()),
                Cause.BOOKING,
                attempt.bookingId(),
                wallet(attempt.buyer()),
                BOOKINGS,
                new Money(attempt.points(), attempt.amount().currency()));
    }

    /** The points of an attempt, back since its card was declined. */
    public static Transfer pointsBack(ChargeAttempt attempt) {
        return ofBooking(
                "return/%s/%d".formatted(attempt.bookingId(), attempt.attempt()),
                Cause.RETURN,
                attempt.bookingId(),
                BOOKINGS,
                wallet(attempt.buyer()),
                new Money(attempt.points(), attempt.amount().currency()));
    }

    /** The card's part of a booking: once in its life, whatever the attempt. */
    public static Transfer byCard(BookingId booking, Money amount) {
        return ofBooking(
                "charge/" + booking + "/card", Cause.BOOKING, booking, CARDS, BOOKINGS, amount);
    }

    /** What a reversal gives back to the wallet. */
    public static Transfer reversal(BookingId booking, BuyerId buyer, Money amount) {
        return ofBooking(
                "reversal/" + booking, Cause.REVERSAL, booking, BOOKINGS, wallet(buyer), amount);
    }

    /** What a refund gives back to the wallet. */
    public static Transfer toPoints(Refund refund) {
        return ofBooking(
                refundKey(refund, "points"),
                Cause.REFUND,
                refund.bookingId(),
                BOOKINGS,
                wallet(refund.buyer()),
                refund.toPoints());
    }

    /** What a refund, or a reversal, gives back to the card. */
    public static Transfer toCard(Refund refund) {
        return ofCardPart(refund, CARDS);
    }

    /** The card's part of a refund, back by another way: the provider still keeps it. */
    public static Transfer outside(Refund refund) {
        return ofCardPart(refund, OUTSIDE);
    }

    private static Transfer ofCardPart(Refund refund, String to) {
        return ofBooking(
                refundKey(refund, "card"),
                refund.isReversal() ? Cause.REVERSAL : Cause.REFUND,
                refund.bookingId(),
                BOOKINGS,
                to,
                refund.toCard());
    }

    /** What a refund keeps. */
    public static Transfer fee(Refund refund) {
        return ofBooking(
                refundKey(refund, "fee"),
                Cause.FEE,
                refund.bookingId(),
                BOOKINGS,
                FEES,
                new Money(refund.fee(), refund.currency()));
    }

    /** Points bought by card. */
    public static Transfer topUp(String topUpId, BuyerId buyer, Money amount) {
        return new Transfer("top-up/" + topUpId, Cause.TOP_UP, null, CARDS, wallet(buyer), amount);
    }

    /**
     * What a lost dispute gave back to the card. What was sold stays in its account.
     *
     * @param bookingId null where points were bought
     */
    public static Transfer chargedBack(
            String disputeId, @Nullable BookingId bookingId, Money amount) {
        return new Transfer(
                "dispute/" + disputeId, Cause.DISPUTE, bookingId, CHARGEBACKS, CARDS, amount);
    }

    private static Transfer ofBooking(
            String key, Cause cause, BookingId booking, String from, String to, Money amount) {
        return new Transfer(key, cause, booking, from, to, amount);
    }

    private static String refundKey(Refund refund, String part) {
        return "refund/%s/%s/%s".formatted(refund.bookingId(), refund.refundId(), part);
    }

    public List<Entry> entries() {
        return List.of(new Entry(from, -amount.amount()), new Entry(to, amount.amount()));
    }

    /** The account of a buyer's points. */
    public static String wallet(BuyerId buyer) {
        return "wallet:" + buyer;
    }
}
