package boxoffice.concert.domain;

import java.util.List;
import java.util.stream.Stream;

/** What the promoter lets a date do. */
public enum ScheduleState {
    /** Still being set up; its promoter alone sees it. */
    DRAFT,
    ON_SALE,
    /** Sells nothing for now. */
    PAUSED,
    /** Sells nothing any more. */
    CLOSED;

    /** Whether the promoter may move a date in this state to the other one. Staying is allowed. */
    public boolean mayBecome(ScheduleState next) {
        return switch (this) {
            case DRAFT -> next == DRAFT || next == ON_SALE;
            case ON_SALE, PAUSED -> next != DRAFT;
            case CLOSED -> next == CLOSED;
        };
    }

    /**
     * The states that a date may be moved from into this one: what the guard of the write names.
     */
    public List<ScheduleState> sources() {
        return Stream.of(values()).filter(state -> state.mayBecome(this)).toList();
    }
}
