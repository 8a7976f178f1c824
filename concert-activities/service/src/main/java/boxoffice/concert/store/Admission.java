package boxoffice.concert.store;

import boxoffice.concert.domain.Hold;

/** What became of a hold that wanted in. */
sealed interface Admission {

    /** Its row is HELD and counted; its seats are still to be had. */
    record In() implements Admission {}

    /** It goes no further: refused now, or known from before. */
    record Ended(Hold hold) implements Admission {}
}
