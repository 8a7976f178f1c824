package boxoffice.kernel;

import java.util.Collection;
import java.util.Locale;

/**
 * An amount in the currency's minor units (won have none below them: 110000 is ₩110,000) with its
 * ISO 4217 code.
 *
 * @param amount minor units; negative only where something is owed back
 */
public record Money(long amount, String currency) implements Comparable<Money> {

    /**
     * @throws IllegalArgumentException when the currency is not three capital letters
     */
    public Money {
        if (!currency.matches("[A-Z]{3}")) {
            throw new IllegalArgumentException(
                    "currency is an ISO 4217 code such as KRW, not " + currency);
        }
    }

    public static Money won(long amount) {
        return new Money(amount, "KRW");
    }

    /**
     * The sum, exact.
     *
     * @throws IllegalArgumentException when there is nothing to add or the currencies differ
     * @throws ArithmeticException when it overflows
     */
    public static Money total(Collection<Money> parts) {
        return parts.stream()
                .reduce(Money::plus)
                .orElseThrow(() -> new IllegalArgumentException("the sum of nothing"));
    }

    /**
     * @throws IllegalArgumentException when the currencies differ
     * @throws ArithmeticException when it overflows
     */
    public Money plus(Money other) {
        requireSameCurrency(other);
        return new Money(Math.addExact(amount, other.amount), currency);
    }

    public Money negated() {
        return new Money(Math.negateExact(amount), currency);
    }

    /**
     * @throws IllegalArgumentException when the currencies differ
     */
    @Override
    public int compareTo(Money other) {
        requireSameCurrency(other);
        return Long.compare(amount, other.amount);
    }

    /** For logs and for an operator's eye: {@code 220,000 KRW}. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%,d %s", amount, currency);
    }

    private void requireSameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException(currency + " and " + other.currency + " do not add");
        }
    }
}
