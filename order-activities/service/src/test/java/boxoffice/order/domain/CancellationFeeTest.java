package boxoffice.order.domain;

import static org.assertj.core.api.Assertions.assertThat;

import boxoffice.kernel.FeePolicy;
import boxoffice.kernel.FeePolicy.Tier;
import boxoffice.kernel.Money;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The default policy at each of its boundaries, to the second, in several zones. */
class CancellationFeeTest {

    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final Money PRICE = Money.won(110_000);
    private static final String TOO_LATE = "too late";

    /** Seven in the evening of Christmas Eve. */
    private static final String CONCERT = "2026-12-24T19:00:00";

    private static CancellationFee rule(ZoneId zone, String bookedAt, String startsAt) {
        var policy =
                new FeePolicy(
                        "standard",
                        1,
                        zone,
                        List.of(
                                new Tier(1, 0, 0, null),
                                new Tier(10, 7, 0, null),
                                new Tier(10, null, 10, 4_000L),
                                new Tier(7, null, 10, null),
                                new Tier(3, null, 20, null),
                                new Tier(1, null, 30, null)));
        return new CancellationFee(policy, at(zone, bookedAt), at(zone, startsAt));
    }

    private static Instant at(ZoneId zone, String local) {
        return LocalDateTime.parse(local).atZone(zone).toInstant();
    }

    private static Object fee(CancellationFee rule, Instant moment) {
        return rule.tierAt(moment)
                .<Object>map(tier -> CancellationFee.of(tier, PRICE).amount())
                .orElse(TOO_LATE);
    }

    private static Object fee(CancellationFee rule, String local) {
        return fee(rule, at(rule.policy().zone(), local));
    }

    @Test
    void isNothingWithinSevenDaysOfBookingAndFourThousandFromTheEighth() {
        var rule = rule(SEOUL, "2026-11-01T23:59:59", CONCERT);
        assertThat(fee(rule, "2026-11-01T23:59:59")).isEqualTo(0L);
        assertThat(fee(rule, "2026-11-08T23:59:59")).isEqualTo(0L);
        assertThat(fee(rule, "2026-11-09T00:00:00")).isEqualTo(4_000L);
    }

    @Test
    void growsAtTheMidnightsBeforeTheConcert() {
        var rule = rule(SEOUL, "2026-11-01T12:00:00", CONCERT);
        assertThat(fee(rule, "2026-12-14T23:59:59")).isEqualTo(4_000L);
        assertThat(fee(rule, "2026-12-15T00:00:00")).isEqualTo(11_000L);
        assertThat(fee(rule, "2026-12-17T23:59:59")).isEqualTo(11_000L);
        assertThat(fee(rule, "2026-12-18T00:00:00")).isEqualTo(22_000L);
        assertThat(fee(rule, "2026-12-21T23:59:59")).isEqualTo(22_000L);
        assertThat(fee(rule, "2026-12-22T00:00:00")).isEqualTo(33_000L);
        assertThat(fee(rule, "2026-12-23T23:59:59")).isEqualTo(33_000L);
        assertThat(fee(rule, "2026-12-24T00:00:00")).isEqualTo(TOO_LATE);
        assertThat(fee(rule, "2026-12-24T19:00:00")).isEqualTo(TOO_LATE);
        assertThat(fee(rule, "2027-03-01T12:00:00")).isEqualTo(TOO_LATE);
    }

    @Test
    void isNothingUntilMidnightOfTheDayOfBookingHoweverNearTheConcertIs() {
        var rule = rule(SEOUL, "2026-12-22T09:00:00", CONCERT);
        assertThat(fee(rule, "2026-12-22T23:59:59")).isEqualTo(0L);
        assertThat(fee(rule, "2026-12-23T00:00:00")).isEqualTo(33_000L);
    }

    @Test
    void theDayOfTheConcertWinsOverTheDayOfBooking() {
        var rule = rule(SEOUL, "2026-12-24T09:00:00", CONCERT);
        assertThat(fee(rule, "2026-12-24T09:00:01")).isEqualTo(TOO_LATE);
    }

    @Test
    void sevenFreeDaysEndWhenTheConcertIsLessThanTenDaysOff() {
        var rule = rule(SEOUL, "2026-12-12T10:00:00", CONCERT);
        assertThat(fee(rule, "2026-12-14T23:59:59")).isEqualTo(0L);
        assertThat(fee(rule, "2026-12-15T00:00:00")).isEqualTo(11_000L);
    }

    @Test
    void countsTheDaysOfTheVenueAndNobodyElses() {
        var rule = rule(SEOUL, "2026-11-01T12:00:00", CONCERT);
        // Midnight in Seoul is three in the afternoon, of the day before, in UTC.
        assertThat(fee(rule, Instant.parse("2026-12-14T14:59:59Z"))).isEqualTo(4_000L);
        assertThat(fee(rule, Instant.parse("2026-12-14T15:00:00Z"))).isEqualTo(11_000L);
        var morning = rule(SEOUL, "2026-11-01T12:00:00", "2026-12-24T00:00:00");
        assertThat(fee(morning, "2026-12-23T23:59:59")).isEqualTo(33_000L);
        assertThat(fee(morning, "2026-12-24T00:00:00")).isEqualTo(TOO_LATE);
    }

    @Test
    void aDayThatIsAnHourShorterIsADay() {
        // Clocks go forward on 14 March 2027 in New York.
        var rule = rule(NEW_YORK, "2027-01-10T12:00:00", "2027-03-20T20:00:00");
        assertThat(fee(rule, Instant.parse("2027-03-11T04:59:59Z"))).isEqualTo(4_000L);
        assertThat(fee(rule, Instant.parse("2027-03-11T05:00:00Z"))).isEqualTo(11_000L);
        assertThat(fee(rule, Instant.parse("2027-03-14T03:59:59Z"))).isEqualTo(11_000L);
        assertThat(fee(rule, Instant.parse("2027-03-14T04:59:59Z"))).isEqualTo(11_000L);
        assertThat(fee(rule, Instant.parse("2027-03-14T05:00:00Z"))).isEqualTo(22_000L);
        assertThat(fee(rule, Instant.parse("2027-03-18T03:59:59Z"))).isEqualTo(22_000L);
        assertThat(fee(rule, Instant.parse("2027-03-18T04:00:00Z"))).isEqualTo(33_000L);
    }

    @Test
    void aDayThatIsAnHourLongerIsADay() {
        // Clocks go back on 1 November 2026 in New York.
        var rule = rule(NEW_YORK, "2026-10-26T23:30:00", "2026-11-30T20:00:00");
        assertThat(fee(rule, Instant.parse("2026-11-03T04:59:59Z"))).isEqualTo(0L);
        assertThat(fee(rule, Instant.parse("2026-11-03T05:00:00Z"))).isEqualTo(4_000L);
    }

    @Test
    void holdsUntilTheNextMidnightAtWhichItChanges() {
        var rule = rule(SEOUL, "2026-11-01T12:00:00", CONCERT);
        assertThat(rule.changesAfter(at(SEOUL, "2026-11-01T12:00:00")))
                .as("the free day of booking goes over into the free week")
                .isEqualTo(at(SEOUL, "2026-11-09T00:00:00"));
        assertThat(rule.changesAfter(at(SEOUL, "2026-11-09T00:00:00")))
                .isEqualTo(at(SEOUL, "2026-12-15T00:00:00"));
        assertThat(rule.changesAfter(at(SEOUL, "2026-12-22T00:00:00")))
                .isEqualTo(at(SEOUL, "2026-12-24T00:00:00"));
    }

    @Test
    void endsWithTheBeginningOfTheConcertWhereThePolicyLetsTheDayBe() {
        var policy = new FeePolicy("late", 1, SEOUL, List.of(new Tier(0, null, 50, null)));
        var rule =
                new CancellationFee(policy, at(SEOUL, "2026-11-01T12:00:00"), at(SEOUL, CONCERT));
        assertThat(fee(rule, "2026-12-24T18:59:59")).isEqualTo(55_000L);
        assertThat(fee(rule, "2026-12-24T19:00:00")).isEqualTo(TOO_LATE);
        assertThat(rule.changesAfter(at(SEOUL, "2026-12-24T10:00:00")))
                .isEqualTo(at(SEOUL, CONCERT));
    }

    @Test
    void roundsDownInTheBuyersFavour() {
        assertThat(feeOf(10, null, 109_999)).isEqualTo(10_999);
        assertThat(feeOf(10, null, 9)).isZero();
        assertThat(feeOf(30, null, 33_333)).isEqualTo(9_999);
        assertThat(feeOf(100, null, 33_333)).isEqualTo(33_333);
        assertThat(feeOf(0, null, 33_333)).isZero();
    }

    @Test
    void keepsFourThousandWonButATenthAtMost() {
        assertThat(feeOf(10, 4_000L, 40_001)).isEqualTo(4_000);
        assertThat(feeOf(10, 4_000L, 40_000)).isEqualTo(4_000);
        assertThat(feeOf(10, 4_000L, 39_999)).isEqualTo(3_999);
        assertThat(feeOf(10, 4_000L, 0)).isZero();
    }

    @Test
    void doesNotOverflowAtAnyPrice() {
        assertThat(feeOf(100, null, Long.MAX_VALUE)).isEqualTo(Long.MAX_VALUE);
        assertThat(feeOf(30, null, Long.MAX_VALUE)).isEqualTo(2_767_011_611_056_432_742L);
    }

    private static long feeOf(int percent, @Nullable Long max, long price) {
        return CancellationFee.of(new Tier(1, null, percent, max), Money.won(price)).amount();
    }
}
