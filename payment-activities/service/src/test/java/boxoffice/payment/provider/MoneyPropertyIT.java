package boxoffice.payment.provider;

import static org.assertj.core.api.Assertions.assertThat;

import boxoffice.kernel.BuyerId;
import boxoffice.payment.RunningService;
import boxoffice.payment.store.AuditReads;
import boxoffice.payment.store.Payments;
import boxoffice.payment.store.Refunds;
import boxoffice.testing.Databases;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.instancio.Instancio;
import org.instancio.Select;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Whatever happens to bookings' money in whatever order, and wherever it is interrupted: after
 * every single step the ledger, the rows, the wallets and the bank agree.
 */
class MoneyPropertyIT {

    private static final long SEED = 20_261_123;
    private static final int BOOKINGS_AT_ONCE = 6;
    private static final long PURSE = 250_000;

    /** What a step does. */
    enum Deed {
        PAY_BY_POINTS,
        PAY_BY_CARD,
        PAY_BY_BAD_CARD,
        PAY_BY_BOTH,
        PAY_BY_POINTS_AND_BAD_CARD,
        LATE_ATTEMPT,
        REVERSE,
        CANCEL_A_PART,
        BANK_FAILS_A_REFUND,
        NEXT_BUYER
    }

    /**
     * @param slot which of the bookings that are open
     * @param share so many percent in points, or of the price
     */
    record Step(int slot, Deed deed, int share, OneBooking.Crash crash) {}

    /** Ten thousand steps leave no time to wait for a bank in memory. */
    private static final class NoPause extends News {
        @Override
        void await(String ref, Duration max) {}
    }

    /** Its own: what is left half done here would disturb others' books. */
    private final RunningService service =
            RunningService.start(Databases.any(), "--boxoffice.temporal.polling=false");

    private final Bank bank = new Bank();
    private final Payments payments = service.bean(Payments.class);
    private final Refunds refunds = service.bean(Refunds.class);
    private final RefundsToCards toCards = new RefundsToCards(refunds, Optional.of(bank));
    private final Cards cards = new Cards(payments, toCards, Optional.of(bank), new NoPause());
    private final List<OneBooking> open = new ArrayList<>();

    @AfterEach
    void stop() {
        service.stop();
    }

    @Test
    void holdsAfterEachOfFiveHundredSteps() {
        holdsAfterEachOf(500);
    }

    @Test
    @Tag("thorough")
    void holdsAfterEachOfTenThousandSteps() {
        holdsAfterEachOf(10_000);
    }

    private void holdsAfterEachOf(int count) {
        for (var slot = 0; slot < BOOKINGS_AT_ONCE; slot++) {
            open.add(booking());
        }
        var steps =
                Instancio.ofList(Step.class)
                        .size(count)
                        .generate(
                                Select.field(Step::slot),
                                any -> any.ints().range(0, BOOKINGS_AT_ONCE - 1))
                        .generate(Select.field(Step::share), any -> any.ints().range(1, 99))
                        .withSeed(SEED)
                        .create();
        for (var number = 0; number < steps.size(); number++) {
            var step = steps.get(number);
            take(step);
            assertAgreement(
                    open.get(step.slot()), "step %d of seed %d: %s".formatted(number, SEED, step));
        }
    }

    private void take(Step step) {
        var booking = open.get(step.slot());
        var part = OneBooking.PRICE * step.share() / 100;
        switch (step.deed()) {
            case PAY_BY_POINTS -> booking.charge(0, null, step.crash());
            case PAY_BY_CARD -> booking.charge(0, Bank.GOOD, step.crash());
            case PAY_BY_BAD_CARD -> booking.charge(0, Bank.BAD, step.crash());
            case PAY_BY_BOTH -> booking.charge(part, Bank.GOOD, step.crash());
            case PAY_BY_POINTS_AND_BAD_CARD -> booking.charge(part, Bank.BAD, step.crash());
            case LATE_ATTEMPT -> booking.chargeLate(step.share());
            case REVERSE -> {
                if (!booking.isSold()) {
                    booking.reverse(step.crash());
                }
            }
            case CANCEL_A_PART -> booking.refund(part / 3, part / 10, step.crash());
            case BANK_FAILS_A_REFUND -> bank.failRefunds(1);
            case NEXT_BUYER -> {
                booking.goOnWithRefunds();
                if (step.share() > 50) {
                    open.set(step.slot(), booking());
                }
            }
        }
    }

    private void assertAgreement(OneBooking booking, String step) {
        var id = booking.id.toString();
        var cardsKept = -ledger("account = 'cards' and booking_id = ?", id);
        var pointsKept = -ledger("account like 'wallet:%' and booking_id = ?", id);
        var fees = ledger("account = 'fees' and booking_id = ?", id);
        var row =
                service.number(
                        "select coalesce(sum(captured - refunded), 0) from payments"
                                + " where booking_id = ?",
                        id);
        assertThat(ledger("booking_id = ?", id)).as(step + ": sum of entries").isZero();
        assertThat(row).as(step + ": row and ledger").isEqualTo(cardsKept + pointsKept);
        assertThat(ledger("account = 'bookings' and booking_id = ?", id) + fees)
                .as(step + ": booking's account and its fees")
                .isEqualTo(row);
        assertThat(service.balance(booking.buyer))
                .as(step + ": balance")
                .isNotNegative()
                .isEqualTo(ledger("account = ?", "wallet:" + booking.buyer));
        for (var payment : service.bean(AuditReads.class).of(List.of(booking.id))) {
            assertThat(payment.differences()).as(step + ": in the audit's eyes").isEmpty();
        }
        // What the provider did and nobody heard of yet is the only difference there may be.
        var atBank = bank.kept("booking/" + id);
        assertThat(atBank).as(step + ": at the bank").isBetween(0L, OneBooking.PRICE);
        if (service.state(booking.id).equals("REVERSED")) {
            assertThat(atBank + pointsKept).as(step + ": reversed").isZero();
        }
    }

    private long ledger(String where, String parameter) {
        return service.number(
                "select coalesce(sum(amount), 0) from ledger_entries where " + where, parameter);
    }

    private OneBooking booking() {
        var buyer = open.size() % 2 == 0 ? service.buyerWith("buyer", PURSE) : lastBuyer();
        return new OneBooking(service.booking(), buyer, payments, refunds, toCards, cards, bank);
    }

    /** Two bookings of one buyer draw on one purse. */
    private BuyerId lastBuyer() {
        return open.getLast().buyer;
    }
}
