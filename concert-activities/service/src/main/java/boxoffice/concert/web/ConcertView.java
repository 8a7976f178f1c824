package boxoffice.concert.web;

import boxoffice.concert.domain.Concert;
import boxoffice.kernel.ConcertId;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One concert. What nobody has said is left out.
 *
 * @param title in Korean, and what a ticket says
 * @param ageMin in years; 0 is for everybody
 * @param buyerSeatsMax seats that one buyer may have over all its dates; left out without a limit
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ConcertView(
        ConcertId concertId,
        String title,
        @Nullable String titleEn,
        String performers,
        @Nullable Integer runningMinutes,
        int ageMin,
        @Nullable String posterUrl,
        String description,
        @Nullable Integer buyerSeatsMax) {

    static ConcertView of(Concert concert) {
        return new ConcertView(
                concert.concertId(),
                concert.title(),
                concert.titleEn(),
                concert.performers(),
                concert.runningMinutes(),
                concert.ageMin(),
                concert.posterUrl(),
                concert.description(),
                concert.buyerSeatsMax());
    }
}
