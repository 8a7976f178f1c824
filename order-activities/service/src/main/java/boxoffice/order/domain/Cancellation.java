package boxoffice.order.domain;

import boxoffice.kernel.Money;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lines of a confirmed order that are being given back, or have been.
 *
 * @param claimedAt from when on nothing else could be done with the lines
 * @param closedAt when the money was back and the seats were free; null until then
 */
public record Cancellation(
        CancellationCause cause,
        List<String> seatNos,
        Money refund,
        Money fee,
        Instant claimedAt,
        @Nullable Instant closedAt) {

    public Cancellation {
        seatNos = List.copyOf(seatNos);
    }
}
