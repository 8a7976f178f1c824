package boxoffice.bench;

import io.temporal.activity.ActivityInterface;

/** A step that does nothing; the same on each task queue. */
@ActivityInterface
public interface NoOpStep {

    /** Returns at once; as often as one likes. */
    void step();
}
