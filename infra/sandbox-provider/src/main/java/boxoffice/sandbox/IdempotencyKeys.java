package boxoffice.sandbox;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What was answered under which key, errors included, also our own: the same key gets the same
 * answer. What was turned away before anything was begun leaves its key free.
 */
final class IdempotencyKeys {

    private static final class Kept {
        private final String fingerprint;
        private @Nullable Reply reply;

        private Kept(String fingerprint) {
            this.fingerprint = fingerprint;
        }
    }

    private final Map<String, Kept> kept = new HashMap<>();

    /**
     * Does the work unless it was done under this key before.
     *
     * @param fingerprint of the request; another one under the same key is refused
     */
    Reply once(String key, String fingerprint, Supplier<Reply> work) {
        var before = claim(key, fingerprint);
        if (before != null) {
            return before.again();
        }
        @Nullable Reply reply = null;
        try {
            reply = work.get();
            return reply;
        } catch (ProviderError e) {
            reply = e.kept() ? e.reply() : null;
            throw e;
        } finally {
            settle(key, reply);
        }
    }

    private synchronized @Nullable Reply claim(String key, String fingerprint) {
        var known = kept.get(key);
        if (known == null) {
            kept.put(key, new Kept(fingerprint));
            return null;
        }
        if (!known.fingerprint.equals(fingerprint)) {
            throw ProviderError.otherParameters();
        }
        if (known.reply == null) {
            throw ProviderError.keyInUse();
        }
        return known.reply;
    }

    private synchronized void settle(String key, @Nullable Reply reply) {
        if (reply == null) {
            kept.remove(key);
            return;
        }
        var known = kept.get(key);
        if (known != null) {
            known.reply = reply;
        }
    }

    /** As after a day. Those in flight stay. */
    synchronized void forget() {
        kept.values().removeIf(one -> one.reply != null);
    }
}
