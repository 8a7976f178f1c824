package boxoffice.concert.store;

import boxoffice.concert.domain.Concert;
import boxoffice.kernel.ConcertId;
import org.jspecify.annotations.Nullable;

/** A row of {@code concerts}. */
record ConcertRow(
        String concertId,
        String title,
        @Nullable String titleEn,
        String performers,
        @Nullable Integer runningMinutes,
        int ageMin,
        @Nullable String posterUrl,
        String description,
        @Nullable Integer buyerSeatsMax) {

    /** Of the table under the name {@code c}. */
    static final String COLUMNS =
            "c.concert_id, c.title, c.title_en, c.performers, c.running_minutes, c.age_min,"
                    + " c.poster_url, c.description, c.buyer_seats_max";

    Concert concert() {
        return new Concert(
                new ConcertId(concertId),
                title,
                titleEn,
                performers,
                runningMinutes,
                ageMin,
                posterUrl,
                description,
                buyerSeatsMax);
    }
}
