package boxoffice.concert.domain;

import org.jspecify.annotations.Nullable;

/**
 * What a promoter says of a concert.
 *
 * @param title in Korean, and what a ticket says
 * @param performers as one line
 * @param ageMin in years; 0 is for everybody
 * @param buyerSeatsMax seats that one buyer may have over all its dates; null is no limit
 */
public record ConcertFacts(
        String title,
        @Nullable String titleEn,
        String performers,
        @Nullable Integer runningMinutes,
        int ageMin,
        @Nullable String posterUrl,
        String description,
        @Nullable Integer buyerSeatsMax) {

    public static final int TITLE_LENGTH_MAX = 200;
    public static final int PERFORMERS_LENGTH_MAX = 500;
    public static final int RUNNING_MINUTES_MAX = 1_440;
    public static final int AGE_MAX = 99;
    public static final int POSTER_URL_LENGTH_MAX = 500;
    public static final int DESCRIPTION_LENGTH_MAX = 4_000;
    public static final int BUYER_SEATS_MAX = 1_000;
}
