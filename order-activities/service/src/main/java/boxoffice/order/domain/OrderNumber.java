package boxoffice.order.domain;

import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * What a person reads out or types to name a confirmed order, such as {@code K7QD-M4XW-9TRC}: 12
 * symbols of Crockford's base 32, which has no I, L, O and U, so none that looks like another.
 *
 * <p>It is drawn at random, 60 bits, 1.15 · 10^18 numbers. Guessing: among ten million orders a
 * guess meets one with a chance of 8.7 · 10^-12, at a hundred guesses a second once in some 36
 * years, and even then shows it to its owner alone. Collisions: until those ten million are drawn,
 * two agree with a chance of 4 · 10^-5; the column is unique, and whoever meets a collision draws
 * again. Eight symbols would agree 45 times on the way, and one guess in 110,000 would hit.
 *
 * @param symbols without the hyphens, in capitals
 */
public record OrderNumber(String symbols) {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 12;
    private static final int GROUP = 4;
    private static final int BITS = 5;
    private static final Pattern FORM = Pattern.compile("[" + ALPHABET + "]{" + LENGTH + "}");

    /** How much may be typed around the symbols: nobody separates each from the next twice. */
    private static final int TYPED_LENGTH_MAX = 2 * LENGTH;

    /**
     * @throws IllegalArgumentException when these are no 12 symbols
     */
    public OrderNumber {
        if (!FORM.matcher(symbols).matches()) {
            throw new IllegalArgumentException("An order number has 12 symbols");
        }
    }

    /** A new one; nobody can tell it from others when the source is one that nobody can tell. */
    public static OrderNumber random(RandomGenerator source) {
        var bits = source.nextLong();
        var symbols = new StringBuilder(LENGTH);
        for (var i = 0; i < LENGTH; i++) {
            symbols.append(ALPHABET.charAt((int) (bits >>> (BITS * i)) & (ALPHABET.length() - 1)));
        }
        return new OrderNumber(symbols.toString());
    }

    /**
     * Takes it as people write it: in small letters, with or without hyphens and spaces, O for 0, I
     * and L for 1.
     *
     * @throws IllegalArgumentException when it is no order number even so
     */
    public static OrderNumber parse(String typed) {
        if (typed.length() > TYPED_LENGTH_MAX) {
            throw new IllegalArgumentException("An order number is not so long");
        }
        return new OrderNumber(
                typed.replaceAll("[\\s-]", "")
                        .toUpperCase(Locale.ROOT)
                        .replace('O', '0')
                        .replace('I', '1')
                        .replace('L', '1'));
    }

    /** As it is shown: in groups of four. */
    @Override
    public String toString() {
        var shown = new StringBuilder(symbols);
        for (var at = LENGTH - GROUP; at > 0; at -= GROUP) {
            shown.insert(at, '-');
        }
        return shown.toString();
    }
}
