package boxoffice.concert.domain;

import boxoffice.kernel.ConcertId;
import org.jspecify.annotations.Nullable;

/**
 * A concert, whatever its dates.
 *
 * @param title in Korean, and what a ticket says
 * @param performers as one line
 * @param ageMin in years; 0 is for everybody
 * @param buyerSeatsMax seats that one buyer may have over all its dates; null is no limit
 */
public record Concert(
        ConcertId concertId,
        String title,
        @Nullable String titleEn,
        String performers,
        @Nullable Integer runningMinutes,
        int ageMin,
        @Nullable String posterUrl,
        String description,
        @Nullable Integer buyerSeatsMax) {}
