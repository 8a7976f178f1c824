package boxoffice.kernel;

/**
 * The one check that all text ids share. No spaces around them: the databases compare padded, and
 * would take {@code "mina "} for {@code "mina"}.
 */
final class Texts {
    private Texts() {}

    static void require(String what, String value, int lengthMax) {
        if (value.isBlank() || value.length() > lengthMax) {
            throw new IllegalArgumentException(what + " has 1 to " + lengthMax + " characters");
        }
        if (!value.equals(value.strip())) {
            throw new IllegalArgumentException(what + " has no spaces around it");
        }
    }
}
