package boxoffice.concert.domain;

import boxoffice.kernel.ConcertId;
import boxoffice.kernel.Money;
import boxoffice.kernel.PromoterId;
import boxoffice.kernel.ScheduleId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A date as its promoter sees it, drafts too.
 *
 * @param canceledAt when it was taken off the sale for good; null while it stands
 */
public record ScheduleSetup(
        ScheduleId scheduleId,
        ConcertId concertId,
        PromoterId promoterId,
        String venueId,
        @Nullable Integer mapVersion,
        ZoneId zone,
        ScheduleState state,
        @Nullable Instant canceledAt,
        ScheduleTerms rules,
        List<GradeCount> grades,
        List<PresaleCount> presales) {

    public ScheduleSetup {
        grades = List.copyOf(grades);
        presales = List.copyOf(presales);
    }

    /** Seats of one grade and price, counted by state. */
    public record GradeCount(
            String grade, Money price, int seats, int free, int held, int sold, int blocked) {}

    /** A presale, and how many of its seats are taken; of its codes, only how many there are. */
    public record PresaleCount(
            String presaleId,
            String name,
            Instant opensAt,
            Instant closesAt,
            int quota,
            int codeSeatsMax,
            int seatsTaken,
            int codes) {}

    /**
     * Tells what of the new rules may not be changed any more. A limit for buyers is counted from
     * the first seat on: one that comes or goes on the way could not be exact.
     */
    public void checkChange(Flaws flaws, ScheduleTerms next, Instant now) {
        var opens = next.saleOpensAt();
        if (presales.stream().anyMatch(presale -> presale.closesAt().isAfter(opens))) {
            flaws.add(
                    "saleOpensAt",
                    "presale-after-the-sale",
                    "A presale is over when the general sale opens, or before.");
        }
        if (state == ScheduleState.DRAFT) {
            return;
        }
        if (!next.startsAt().equals(rules.startsAt())) {
            flaws.add(
                    "startsAt",
                    "not-a-draft",
                    "Tickets say when it starts. Cancel the date, and open another.");
        }
        if (!opens.equals(rules.saleOpensAt()) && !rules.saleOpensAt().isAfter(now)) {
            flaws.add("saleOpensAt", "sale-has-opened", "The sale has opened already.");
        }
        if ((next.buyerSeatsMax() == null) != (rules.buyerSeatsMax() == null)) {
            flaws.add(
                    "buyerSeatsMax",
                    "not-a-draft",
                    "A limit can be changed, not begun: it counts from the first seat on.");
        }
    }
}
