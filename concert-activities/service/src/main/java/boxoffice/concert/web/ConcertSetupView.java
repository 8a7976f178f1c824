package boxoffice.concert.web;

import boxoffice.concert.domain.ConcertSetup;
import boxoffice.kernel.ConcertId;
import boxoffice.kernel.PromoterId;
import org.jspecify.annotations.Nullable;

/** A concert as its promoter set it up. */
record ConcertSetupView(
        ConcertId concertId,
        PromoterId promoterId,
        String title,
        @Nullable String titleEn,
        String performers,
        @Nullable Integer runningMinutes,
        int ageMin,
        @Nullable String posterUrl,
        String description,
        @Nullable Integer buyerSeatsMax) {

    static ConcertSetupView of(ConcertSetup concert) {
        var facts = concert.facts();
        return new ConcertSetupView(
                concert.concertId(),
                concert.promoterId(),
                facts.title(),
                facts.titleEn(),
                facts.performers(),
                facts.runningMinutes(),
                facts.ageMin(),
                facts.posterUrl(),
                facts.description(),
                facts.buyerSeatsMax());
    }
}
