package boxoffice.concert.domain;

/** What the promoter lets a date do. */
public enum ScheduleState {
    /** Still being set up; its promoter alone sees it. */
    DRAFT,
    ON_SALE,
    /** Sells nothing for now. */
    PAUSED,
    /** Sells nothing any more. */
    CLOSED
}
