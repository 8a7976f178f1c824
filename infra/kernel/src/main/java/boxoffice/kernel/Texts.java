package boxoffice.kernel;

/** The one check that all text ids share. */
final class Texts {
    private Texts() {}

    static void require(String what, String value, int lengthMax) {
        if (value.isBlank() || value.length() > lengthMax) {
            throw new IllegalArgumentException(what + " has 1 to " + lengthMax + " characters");
        }
    }
}
