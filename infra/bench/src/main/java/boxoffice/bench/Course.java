package boxoffice.bench;

import java.time.Duration;

/** One of the two things that are timed against each other. */
interface Course {

    /**
     * One time through it.
     *
     * @param workflowId where its history is
     * @param hold from the request until the seats are held
     * @param pay from that answer's arrival until the payment's
     */
    record Run(String workflowId, Duration hold, Duration pay) {

        Duration whole() {
            return hold.plus(pay);
        }
    }

    /**
     * Goes through it once and returns when it has ended.
     *
     * @throws IllegalStateException where it ends otherwise than well: then nothing is measured
     */
    Run once();
}
