package boxoffice.booking.web;

import boxoffice.booking.contract.BookingSnapshot;
import boxoffice.kernel.BookingId;
import boxoffice.kernel.BuyerId;
import boxoffice.web.ApiProblem;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.client.WorkflowClient;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Requests that wait for a booking to become another. Each costs a virtual thread and one long poll
 * at Temporal, and no slot of the {@link TemporalEdge} while it waits; only so many wait at once,
 * of one buyer and of all.
 */
@Component
class Watches {

    private static final Duration SOON = Duration.ofSeconds(1);

    private final WorkflowClient client;
    private final Bookings bookings;
    private final int watchesMax;
    private final int ofOneBuyerMax;

    private final Map<BuyerId, Integer> waiting = new HashMap<>();
    private int all;

    Watches(WorkflowClient client, Bookings bookings, EdgeProperties properties) {
        this.client = client;
        this.bookings = bookings;
        this.watchesMax = properties.watchesMax();
        this.ofOneBuyerMax = properties.watchesOfOneBuyerMax();
    }

    /** A place to wait at; empty where too many wait already. To be closed. */
    Optional<Watch> enter(BuyerId buyer) {
        synchronized (waiting) {
            var own = waiting.getOrDefault(buyer, 0);
            if (all >= watchesMax || own >= ofOneBuyerMax) {
                return Optional.empty();
            }
            waiting.put(buyer, own + 1);
            all++;
            return Optional.of(new Watch(buyer));
        }
    }

    private void leave(BuyerId buyer) {
        synchronized (waiting) {
            waiting.compute(buyer, (known, own) -> own == null || own == 1 ? null : own - 1);
            all--;
        }
    }

    static ApiProblem full() {
        return new ApiProblem(
                        HttpStatus.TOO_MANY_REQUESTS,
                        "too-many-waits",
                        "Too many requests wait for a booking already. Ask again in a moment, or"
                                + " without Prefer.")
                .retryAfter(SOON);
    }

    /** One place, of one buyer. */
    final class Watch implements AutoCloseable {
        private final BuyerId buyer;

        private Watch(BuyerId buyer) {
            this.buyer = buyer;
        }

        @Override
        public void close() {
            leave(buyer);
        }

        /**
         * Waits until the booking is what is waited for, has ended, or the wait is over.
         *
         * @return how it stands then; empty where Temporal knows of none, or no more
         * @throws ApiProblem 404 booking-not-found; 503 temporarily-unavailable, when Temporal is
         *     not to be reached
         */
        Optional<BookingSnapshot> until(
                BookingId id, Duration wait, Predicate<BookingSnapshot> isIt) {
            var deadline = System.nanoTime() + wait.toNanos();
            var history = new HistoryTail(client, id);
            try {
                var more = history.awaitMore(deadline);
                var booking = bookings.find(buyer, id);
                while (more && !history.isOver() && booking.filter(isIt.negate()).isPresent()) {
                    more = history.awaitMore(deadline);
                    booking = bookings.find(buyer, id);
                }
                return booking;
            } catch (StatusRuntimeException e) {
                if (e.getStatus().getCode() == Status.Code.NOT_FOUND) {
                    return Optional.empty();
                }
                throw TemporalEdge.unavailable();
            }
        }
    }
}
