package boxoffice.order.domain;

import boxoffice.kernel.FeePolicy;
import boxoffice.kernel.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;

/**
 * The rule of what a cancellation keeps: the first tier of the booking's policy that fits, by whole
 * calendar days in the venue's zone, so that it changes at midnight there and at no other moment.
 * Midnight is the first instant of the day, where clocks are put forward then too. Once the concert
 * has begun nothing is given back, whatever the policy says.
 *
 * <p>A percentage is rounded down to the minor unit, in the buyer's favour: nobody keeps more than
 * the policy says. Each ticket has its own fee, so canceling two at once or one by one costs the
 * same.
 *
 * @param bookedAt when the booking was made; its day counts as day 0
 * @param startsAt when the concert begins; its day is 0 days off
 */
record CancellationFee(FeePolicy policy, Instant bookedAt, Instant startsAt) {

    static CancellationFee of(Sale sale) {
        return new CancellationFee(sale.feePolicy(), sale.bookedAt(), sale.startsAt());
    }

    /** The tier that decides at that moment; empty where nothing can be given back any more. */
    Optional<FeePolicy.Tier> tierAt(Instant moment) {
        return moment.isBefore(startsAt) ? tierOn(dayOf(moment)) : Optional.empty();
    }

    private Optional<FeePolicy.Tier> tierOn(LocalDate day) {
        var daysBefore = ChronoUnit.DAYS.between(day, dayOf(startsAt));
        var daysAfterBooking = ChronoUnit.DAYS.between(dayOf(bookedAt), day);
        return policy.tiers().stream()
                .filter(tier -> tier.fits(daysBefore, daysAfterBooking))
                .findFirst();
    }

    /** The first moment after the given one at which the fee is another, or it is too late. */
    Instant changesAfter(Instant moment) {
        var now = tierAt(moment);
        var day = dayOf(moment).plusDays(1);
        while (!day.isAfter(dayOf(startsAt)) && keepTheSame(now, tierOn(day))) {
            day = day.plusDays(1);
        }
        var midnight = day.atStartOfDay(policy.zone()).toInstant();
        return midnight.isBefore(startsAt) ? midnight : startsAt;
    }

    private static boolean keepTheSame(
            Optional<FeePolicy.Tier> one, Optional<FeePolicy.Tier> other) {
        return one.isPresent()
                && other.isPresent()
                && one.get().feePercent() == other.get().feePercent()
                && Objects.equals(one.get().feeMax(), other.get().feeMax());
    }

    /** What a tier keeps of a price: zero to the whole of it. */
    static Money of(FeePolicy.Tier tier, Money price) {
        var percent = tier.feePercent();
        // Hundreds and rest apart, for the product of any price and a percentage might overflow.
        var share = price.amount() / 100 * percent + price.amount() % 100 * percent / 100;
        var cap = tier.feeMax();
        return new Money(cap == null ? share : Math.min(share, cap), price.currency());
    }

    private LocalDate dayOf(Instant moment) {
        return LocalDate.ofInstant(moment, policy.zone());
    }
}
