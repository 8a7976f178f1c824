package boxoffice.sandbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * Calls that are made to wait until somebody lets them go: {@code BEFORE} as on a slow road, when
 * the provider knows nothing of them yet, or {@code AFTER}, done and not answered.
 */
final class Holds {

    /** Where a call waits. */
    enum Place {
        BEFORE,
        AFTER
    }

    /** Which calls can be held. */
    enum Call {
        CREATE,
        CONFIRM,
        CANCEL,
        REFUND
    }

    private static final class Hold {
        private final String id;
        private final Call call;
        private final Place place;
        private final Optional<String> payment;
        private final CountDownLatch released = new CountDownLatch(1);
        private int left;
        private int waiting;

        private Hold(String id, Call call, Place place, Optional<String> payment, int left) {
            this.id = id;
            this.call = call;
            this.place = place;
            this.payment = payment;
            this.left = left;
        }

        private Map<String, @Nullable Object> json() {
            var json = new LinkedHashMap<String, @Nullable Object>();
            json.put("id", id);
            json.put("call", call.name().toLowerCase(Locale.ROOT));
            json.put("at", place.name().toLowerCase(Locale.ROOT));
            json.put("payment", payment.orElse(null));
            json.put("waiting", waiting);
            return json;
        }
    }

    private final Map<String, Hold> holds = new LinkedHashMap<>();
    private int made;

    /**
     * From {@code at}, {@code call} (confirm), {@code payment} (any) and {@code times} (no end).
     */
    synchronized Map<String, @Nullable Object> add(Form form) {
        form.allowOnly("at", "call", "payment", "times");
        var hold =
                new Hold(
                        "hold_" + ++made,
                        one(Call.class, "call", form.text("call").orElse("confirm")),
                        one(Place.class, "at", form.required("at")),
                        form.text("payment"),
                        form.amount("times").map(Math::toIntExact).orElse(Integer.MAX_VALUE));
        holds.put(hold.id, hold);
        return hold.json();
    }

    private static <E extends Enum<E>> E one(Class<E> type, String param, String name) {
        try {
            return Enum.valueOf(type, name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw ProviderError.invalid("parameter_invalid", param, "No such " + param);
        }
    }

    /** Lets go of whatever waits there. */
    synchronized void release(String id) {
        var hold = holds.remove(id);
        if (hold == null) {
            throw ProviderError.missing("id", "hold", id, 404);
        }
        hold.released.countDown();
    }

    synchronized void releaseAll() {
        holds.values().forEach(hold -> hold.released.countDown());
        holds.clear();
    }

    synchronized List<Map<String, @Nullable Object>> json() {
        return new ArrayList<>(holds.values()).stream().map(Hold::json).toList();
    }

    /** Waits where a hold says so. */
    void pass(Call call, Place place, String payment) {
        var hold = claim(call, place, payment);
        if (hold == null) {
            return;
        }
        try {
            hold.released.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            synchronized (this) {
                hold.waiting--;
            }
        }
    }

    private synchronized @Nullable Hold claim(Call call, Place place, String payment) {
        for (var hold : holds.values()) {
            if (hold.call == call
                    && hold.place == place
                    && hold.left > 0
                    && hold.payment.map(payment::equals).orElse(true)) {
                hold.left--;
                hold.waiting++;
                return hold;
            }
        }
        return null;
    }
}
