package boxoffice.concert.web;

import boxoffice.concert.domain.ConcertFacts;
import boxoffice.concert.domain.Flaws;
import boxoffice.concert.domain.GivenIds;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * A concert as a promoter sends it.
 *
 * @param concertId of one's own choice, at creation alone; left out, one is made
 * @param description may have several lines
 * @param posterUrl https or http
 */
record ConcertRequest(
        @Schema(pattern = "^" + GivenIds.FORM + "$") @Nullable String concertId,
        @Schema(
                        requiredMode = RequiredMode.REQUIRED,
                        minLength = 1,
                        maxLength = ConcertFacts.TITLE_LENGTH_MAX)
                @Nullable String title,
        @Schema(maxLength = ConcertFacts.TITLE_LENGTH_MAX) @Nullable String titleEn,
        @Schema(maxLength = ConcertFacts.PERFORMERS_LENGTH_MAX) @Nullable String performers,
        @Schema(minimum = "1", maximum = "" + ConcertFacts.RUNNING_MINUTES_MAX)
                @Nullable Integer runningMinutes,
        @Schema(minimum = "0", maximum = "" + ConcertFacts.AGE_MAX) @Nullable Integer ageMin,
        @Schema(format = "uri-reference", maxLength = ConcertFacts.POSTER_URL_LENGTH_MAX)
                @Nullable String posterUrl,
        @Schema(maxLength = ConcertFacts.DESCRIPTION_LENGTH_MAX) @Nullable String description,
        @Schema(minimum = "1", maximum = "" + ConcertFacts.BUYER_SEATS_MAX)
                @Nullable Integer buyerSeatsMax) {

    ConcertFacts facts(Flaws flaws) {
        var cast = flaws.optionalLine("performers", performers, ConcertFacts.PERFORMERS_LENGTH_MAX);
        return new ConcertFacts(
                flaws.line("title", title, ConcertFacts.TITLE_LENGTH_MAX),
                flaws.optionalLine("titleEn", titleEn, ConcertFacts.TITLE_LENGTH_MAX),
                cast == null ? "" : cast,
                flaws.optionalNumber(
                        "runningMinutes", runningMinutes, 1, ConcertFacts.RUNNING_MINUTES_MAX),
                flaws.number("ageMin", ageMin, 0, 0, ConcertFacts.AGE_MAX),
                poster(flaws),
                text(flaws),
                flaws.optionalNumber(
                        "buyerSeatsMax", buyerSeatsMax, 1, ConcertFacts.BUYER_SEATS_MAX));
    }

    private String text(Flaws flaws) {
        var text = description == null ? "" : description.strip();
        if (text.length() > ConcertFacts.DESCRIPTION_LENGTH_MAX
                || text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n')) {
            flaws.add("description", "text-invalid", "A description has 4000 characters at most.");
        }
        return text;
    }

    /** Browsers of buyers load it: no script, no file, nobody's password. */
    private @Nullable String poster(Flaws flaws) {
        var url = flaws.optionalLine("posterUrl", posterUrl, ConcertFacts.POSTER_URL_LENGTH_MAX);
        if (url == null) {
            return null;
        }
        try {
            var uri = new URI(url);
            if (uri.getScheme() != null
                    && uri.getScheme().matches("(?i)https?")
                    && uri.getHost() != null
                    && uri.getUserInfo() == null) {
                return url;
            }
        } catch (URISyntaxException e) {
            // Told below, like one that is no web page's.
        }
        flaws.add(
                "posterUrl",
                "url-invalid",
                "posterUrl is a web address, such as https://example.org/poster.jpg.");
        return null;
    }
}
