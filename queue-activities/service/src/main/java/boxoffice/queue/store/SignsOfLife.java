package boxoffice.queue.store;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Who was heard of, on the way to the rows: many in one statement. What a crash loses of it is a
 * second or two of a grace of minutes.
 */
@Component
class SignsOfLife {

    private static final Logger log = LoggerFactory.getLogger(SignsOfLife.class);

    /** Rows of one statement: short enough to stand in nobody's way. */
    private static final int ROWS_MAX = 500;

    private final Entries entries;
    private final Set<UUID> heard = ConcurrentHashMap.newKeySet();

    SignsOfLife(Entries entries) {
        this.entries = entries;
    }

    void of(UUID entry) {
        heard.add(entry);
    }

    @Scheduled(fixedDelayString = "${boxoffice.queue.write-signs-every:PT1S}")
    void write() {
        var all = new ArrayList<>(new HashSet<>(heard));
        for (var from = 0; from < all.size(); from += ROWS_MAX) {
            write(all.subList(from, Math.min(all.size(), from + ROWS_MAX)));
        }
    }

    /** What could not be written is written the next time. */
    private void write(List<UUID> some) {
        try {
            entries.see(some);
            some.forEach(heard::remove);
        } catch (DataAccessException | TransactionException e) {
            log.warn("{} signs of life are not written yet: {}", some.size(), e.getMessage());
        }
    }
}
