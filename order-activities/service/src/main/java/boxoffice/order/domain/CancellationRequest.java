package boxoffice.order.domain;

import boxoffice.kernel.BookingId;
import boxoffice.kernel.BuyerId;
import boxoffice.kernel.Money;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One wish to cancel lines of an order.
 *
 * @param seatNos each once; empty for all that are left
 * @param askedAt the moment whose fee counts, to the microsecond
 * @param quotedFee the fee that was shown; null where none was
 * @param commandHash of what was asked for
 */
public record CancellationRequest(
        BookingId bookingId,
        BuyerId buyerId,
        String cancellationId,
        List<String> seatNos,
        Instant askedAt,
        @Nullable Money quotedFee,
        CancellationCause cause,
        String commandHash) {

    /** Characters at most; the columns are as wide. */
    private static final int CANCELLATION_ID_LENGTH_MAX = 40;

    private static final int COMMAND_HASH_LENGTH_MAX = 64;

    /**
     * @throws IllegalArgumentException when a line stands twice or a text is blank or too long
     */
    public CancellationRequest {
        seatNos = List.copyOf(seatNos);
        askedAt = askedAt.truncatedTo(ChronoUnit.MICROS);
        Texts.require("A cancellation's id", cancellationId, CANCELLATION_ID_LENGTH_MAX);
        Texts.require("A command's hash", commandHash, COMMAND_HASH_LENGTH_MAX);
        if (new HashSet<>(seatNos).size() < seatNos.size()) {
            throw new IllegalArgumentException("A line stands twice in the cancellation");
        }
    }

    /** What this costs, or why it cannot be. */
    public QuoteResult quoteFor(Order order) {
        var result = CancellationTerms.quote(order, seatNos, askedAt, cause);
        return result instanceof QuoteResult.Offered(var quote)
                        && quotedFee != null
                        && !Objects.equals(quotedFee, quote.fee())
                ? new QuoteResult.Refused(QuoteResult.Reason.QUOTE_CHANGED, List.of(), quote)
                : result;
    }
}
