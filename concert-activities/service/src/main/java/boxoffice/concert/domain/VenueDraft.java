package boxoffice.concert.domain;

import java.time.DateTimeException;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** What a promoter says of a house, apart from its map; without a flaw where none was told. */
public record VenueDraft(
        String venueId, String name, @Nullable String nameEn, String city, ZoneId zone) {

    public static final int NAME_LENGTH_MAX = 200;
    public static final int CITY_LENGTH_MAX = 60;
    public static final int ZONE_LENGTH_MAX = 40;

    /**
     * Reads it as it was sent.
     *
     * @param timeZone of the IANA data base, such as {@code Asia/Seoul}
     */
    public static VenueDraft read(
            Flaws flaws,
            @Nullable String venueId,
            @Nullable String name,
            @Nullable String nameEn,
            @Nullable String city,
            @Nullable String timeZone) {
        return new VenueDraft(
                GivenIds.read(flaws, "venueId", venueId, "v"),
                flaws.line("name", name, NAME_LENGTH_MAX),
                flaws.optionalLine("nameEn", nameEn, NAME_LENGTH_MAX),
                flaws.line("city", city, CITY_LENGTH_MAX),
                zone(flaws, timeZone));
    }

    private static ZoneId zone(Flaws flaws, @Nullable String timeZone) {
        if (timeZone != null
                && timeZone.length() <= ZONE_LENGTH_MAX
                && ZoneId.getAvailableZoneIds().contains(timeZone)) {
            try {
                return ZoneId.of(timeZone);
            } catch (DateTimeException e) {
                // Told below, like one that is not in the data base.
            }
        }
        flaws.add(
                "timeZone",
                "time-zone-unknown",
                "timeZone is one of the IANA data base, such as Asia/Seoul.");
        return ZoneId.of("UTC");
    }
}
