package boxoffice.order.domain;

/** The one check that all texts of an order share. */
final class Texts {
    private Texts() {}

    static void require(String what, String value, int lengthMax) {
        if (value.isBlank() || value.codePointCount(0, value.length()) > lengthMax) {
            throw new IllegalArgumentException(what + " has 1 to " + lengthMax + " characters");
        }
    }
}
