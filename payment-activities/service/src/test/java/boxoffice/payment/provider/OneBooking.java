package boxoffice.payment.provider;

import boxoffice.kernel.BookingId;
import boxoffice.kernel.BuyerId;
import boxoffice.kernel.Money;
import boxoffice.payment.domain.ChargeAttempt;
import boxoffice.payment.domain.RefundAsked;
import boxoffice.payment.domain.RefundResult;
import boxoffice.payment.store.Payments;
import boxoffice.payment.store.Refunds;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A booking's payment as a saga drives it: a new attempt only when the last one is known. */
final class OneBooking {

    static final long PRICE = 110_000;

    /** What may go wrong on the way to the provider and back. */
    enum Crash {
        NONE,
        BEFORE_THE_PROVIDER,
        AFTER_THE_PROVIDER,
        WITHOUT_ASKING
    }

    final BookingId id;
    final BuyerId buyer;
    private final Payments payments;
    private final Refunds refunds;
    private final RefundsToCards toCards;
    private final Cards cards;
    private final Bank bank;
    private final List<ChargeAttempt> attempts = new ArrayList<>();
    private boolean isLastKnown = true;
    private int cancellations;
    private long given;

    OneBooking(
            BookingId id,
            BuyerId buyer,
            Payments payments,
            Refunds refunds,
            RefundsToCards toCards,
            Cards cards,
            Bank bank) {
        this.id = id;
        this.buyer = buyer;
        this.payments = payments;
        this.refunds = refunds;
        this.toCards = toCards;
        this.cards = cards;
        this.bank = bank;
    }

    /** Charges, or asks again for the attempt whose outcome is not known. */
    void charge(long points, @Nullable String card, Crash crash) {
        if (isLastKnown) {
            attempts.add(
                    new ChargeAttempt(
                            id,
                            buyer,
                            attempts.size() + 1,
                            Money.won(PRICE),
                            card == null ? PRICE : points,
                            card));
        }
        isLastKnown = send(attempts.getLast(), crash);
    }

    /** An attempt that was given up long ago runs on. */
    void chargeLate(int which) {
        if (!attempts.isEmpty()) {
            send(attempts.get(which % attempts.size()), Crash.NONE);
        }
    }

    private boolean send(ChargeAttempt attempt, Crash crash) {
        if (attempt.paymentMethodId() == null) {
            payments.chargeInPoints(attempt);
            return true;
        }
        switch (crash) {
            case NONE -> {}
            case BEFORE_THE_PROVIDER -> bank.before(Bank::lost);
            case AFTER_THE_PROVIDER -> bank.after(Bank::lost);
            case WITHOUT_ASKING -> {
                payments.beginWithCard(attempt);
                return false;
            }
        }
        try {
            cards.charge(attempt, givingUpAfterOne());
            return true;
        } catch (GivenUp e) {
            return false;
        } finally {
            bank.forgetPlans();
        }
    }

    void reverse(Crash crash) {
        switch (crash) {
            case NONE, WITHOUT_ASKING -> {}
            case BEFORE_THE_PROVIDER -> bank.before(Bank::lost);
            case AFTER_THE_PROVIDER -> bank.after(Bank::lost);
        }
        try {
            cards.reverse(id, buyer, null);
        } catch (ProviderFault | RefundFailed e) {
            // Tried again by a later step.
        } finally {
            bank.forgetPlans();
        }
    }

    /** Cancels a part of what is sold, as often as something is left. */
    void refund(long part, long fee, Crash crash) {
        if (given + part + fee > PRICE) {
            return;
        }
        cancellations++;
        var asked =
                new RefundAsked(id, buyer, "c" + cancellations, Money.won(part), Money.won(fee));
        if (refunds.begin(asked) instanceof RefundResult.Begun) {
            given += part + fee;
        }
        if (crash == Crash.AFTER_THE_PROVIDER) {
            bank.after(Bank::lost);
        }
        goOnWithRefunds();
    }

    void goOnWithRefunds() {
        for (var number = 1; number <= cancellations; number++) {
            try {
                refunds.find(id, "c" + number).ifPresent(toCards::pay);
            } catch (ProviderFault | RefundFailed e) {
                // Tried again by a later step.
            } finally {
                bank.forgetPlans();
            }
        }
    }

    /** Whether a cancellation was begun; then the saga has closed, and reverses nothing. */
    boolean isSold() {
        return cancellations > 0;
    }

    private static Pulse givingUpAfterOne() {
        var asked = new boolean[1];
        return () -> {
            if (asked[0]) {
                throw new GivenUp();
            }
            asked[0] = true;
        };
    }

    private static final class GivenUp extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
