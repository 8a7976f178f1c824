package boxoffice.queue.store;

import boxoffice.persistence.Timestamps;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The keys that sign passes, for all instances alike. A new one is known for a while before it
 * signs and an old one for longer than any pass that it signed, so that a turn of the key drops
 * nobody.
 */
@Component
public class PassKeys {

    private final JdbcClient jdbc;

    PassKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A key.
     *
     * @param jwk RFC 7517, with its private part
     */
    public record PassKey(String keyId, String jwk, Instant signsFrom) {}

    /** All keys, the newest first. */
    @Transactional(readOnly = true)
    public List<PassKey> all() {
        return jdbc.sql(
                        """
                        select key_id, jwk, signs_from from pass_keys
                        order by signs_from desc, key_id
                        """)
                .query((row, index) ->
                        new PassKey(
                                row.getString(1),
                                row.getString(2),
                                Timestamps.instant(row.getObject(3, LocalDateTime.class))))
                .list();
    }

    /** The key that signs now; empty where there is none yet. */
    @Transactional(readOnly = true)
    public Optional<PassKey> signing() {
        var now = now();
        return all().stream().filter(key -> !key.signsFrom().isAfter(now)).findFirst();
    }

    /** Adds a key that signs after the delay. */
    @Transactional
    public void add(String keyId, String jwk, Duration delay) {
        jdbc.sql(
                        """
                        insert into pass_keys (key_id, jwk, signs_from)
                        values (?, ?, utc_timestamp(6) + interval ? second)
                        """)
                .params(keyId, jwk, delay.toSeconds())
                .update();
    }

    /** Forgets keys that another took the place of longer ago than this. */
    @Transactional
    public void forgetReplaced(Duration ago) {
        var before = now().minus(ago);
        var keys = all();
        keys.stream()
                .filter(key -> !key.signsFrom().isAfter(before))
                .skip(1)
                .forEach(key ->
                        jdbc.sql("delete from pass_keys where key_id = ?")
                                .param(key.keyId())
                                .update());
    }

    /** By the database's clock. */
    @Transactional(readOnly = true)
    public Instant now() {
        return Timestamps.instant(
                jdbc.sql("select utc_timestamp(6)").query(LocalDateTime.class).single());
    }
}
