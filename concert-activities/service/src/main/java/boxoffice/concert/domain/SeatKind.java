package boxoffice.concert.domain;

import org.jspecify.annotations.Nullable;

/** What a place in the house is. */
public enum SeatKind {
    SEAT,
    WHEELCHAIR,
    /** Beside a wheelchair place. */
    COMPANION,
    /** A place in a standing area: it has a number for the sale's sake alone. */
    STANDING;

    /** The kind of one seat as it was sent; nothing said is an ordinary one. */
    static SeatKind sent(Flaws flaws, int line, @Nullable String kind) {
        return switch (kind == null || kind.isBlank() ? "SEAT" : kind.strip()) {
            case "SEAT" -> SEAT;
            case "WHEELCHAIR" -> WHEELCHAIR;
            case "COMPANION" -> COMPANION;
            default -> {
                flaws.add(
                        line,
                        "kind",
                        "kind-unknown",
                        "A seat is a SEAT, a WHEELCHAIR place or a COMPANION seat; a STANDING area"
                                + " has a capacity.");
                yield SEAT;
            }
        };
    }
}
