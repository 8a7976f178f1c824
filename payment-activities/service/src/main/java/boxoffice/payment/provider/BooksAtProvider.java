package boxoffice.payment.provider;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A provider's own books, to hold ours against. Guarded like every other call to it, and it changes
 * nothing.
 */
public interface BooksAtProvider {

    /**
     * A payment that took money.
     *
     * @param payment what it is for, as it was opened; null where it is none of ours
     * @param captured minor units taken
     * @param refunded minor units of them that went back or are on their way
     */
    record Taken(String id, String ref, @Nullable String payment, long captured, long refunded) {

        long kept() {
            return captured - refunded;
        }
    }

    /** A part of the list; {@code next} is null where it is the last. */
    record Listed(List<Taken> payments, @Nullable String next) {
        public Listed {
            payments = List.copyOf(payments);
        }
    }

    /** What was taken for the payment of this reference; empty where nothing was. */
    List<Taken> takenFor(String ref);

    /**
     * Everything that was ever taken, the newest first.
     *
     * @param after the {@code next} of the part before; null to begin
     */
    Listed taken(@Nullable String after);
}
