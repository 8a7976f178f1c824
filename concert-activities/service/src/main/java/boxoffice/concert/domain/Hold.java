package boxoffice.concert.domain;

/** A booking's hold, in the state it is in: only one that is held has seats to sell. */
public sealed interface Hold {

    /** The seats are this booking's until the saga says otherwise. */
    record Held(SaleFacts facts) implements Hold {}

    /** The seats are the buyer's for good. */
    record Sold(SaleFacts facts) implements Hold {}

    /** The booking holds no seat and never will. */
    record Released(Refusal why) implements Hold {}
}
