package boxoffice.concert.store;

import boxoffice.kernel.PromoterId;
import org.jspecify.annotations.Nullable;

/** By which way a hold comes in; each has conditions of its own on the schedule. */
sealed interface Door {

    /** The conditions, with {@code s} for the schedule and {@code c} for its concert. */
    String conditions();

    /** For everybody, from the opening of the sale. */
    record GeneralSale() implements Door {
        @Override
        public String conditions() {
            return """
            s.state = 'ON_SALE' and s.sale_opens_at <= :now and s.sale_closes_at > :now
              and s.buyer_seats_max <=> :scheduleMax and c.buyer_seats_max <=> :concertMax
            """;
        }
    }

    /** Before that, for those who have a code. The presale's own time is its counter's to check. */
    record Presale(String presaleId) implements Door {
        @Override
        public String conditions() {
            return """
            s.state = 'ON_SALE' and s.sale_opens_at > :now and s.sale_closes_at > :now
              and s.buyer_seats_max <=> :scheduleMax and c.buyer_seats_max <=> :concertMax
            """;
        }
    }

    /**
     * For what is given away, whatever the sale does; there is no limit to generosity.
     *
     * @param promoterId whose concert it must be; null where that does not matter
     */
    record Gift(@Nullable PromoterId promoterId) implements Door {
        @Override
        public String conditions() {
            return """
            s.state <> 'DRAFT' and s.starts_at > :now
              and (:promoterId is null or c.promoter_id = :promoterId)
            """;
        }
    }
}
