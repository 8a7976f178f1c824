package boxoffice.queue.web;

import boxoffice.queue.domain.Entry;
import boxoffice.queue.store.PassKeys;
import boxoffice.queue.store.PassKeys.PassKey;
import boxoffice.web.RoomPass;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Writes passes: JWTs signed by the service's own key, the same text for the same entry as long as
 * the key does not turn. A new key is shown for a while before it signs, so that whoever keeps the
 * keys knows it by then, and an old one for long after its last pass has expired.
 */
@Component
class PassSigner {

    private static final Logger log = LoggerFactory.getLogger(PassSigner.class);
    private static final int KEY_BITS = 2048;
    private static final long PASSES_MAX = 20_000;

    /** Longer than whoever checks passes keeps the keys that it fetched. */
    private static final Duration SHOWN_BEFORE = Duration.ofMinutes(15);

    /** Much longer than a pass lives, and than the clocks may differ. */
    private static final Duration SHOWN_AFTER = Duration.ofDays(1);

    private final PassKeys keys;
    private final Duration keyLife;

    /** A signature costs a millisecond, and whoever is inside may ask for it each second. */
    private final Cache<UUID, Pass> passes =
            Caffeine.newBuilder()
                    .maximumSize(PASSES_MAX)
                    .expireAfterWrite(Duration.ofMinutes(10))
                    .build();

    private volatile @Nullable Signing signing;

    PassSigner(PassKeys keys, @Value("${boxoffice.queue.pass-key-life:P7D}") Duration keyLife) {
        this.keys = keys;
        this.keyLife = keyLife;
    }

    private record Signing(String keyId, RSASSASigner signer) {
        private static Signing of(PassKey key) {
            try {
                return new Signing(key.keyId(), new RSASSASigner(RSAKey.parse(key.jwk())));
            } catch (ParseException | JOSEException e) {
                throw new IllegalStateException("the key " + key.keyId() + " does not sign", e);
            }
        }
    }

    private record Pass(String keyId, String text) {}

    /** The pass of an entry that was let in. */
    String passOf(Entry entry) {
        var key = signing();
        var known = passes.getIfPresent(entry.entryId());
        if (known != null && known.keyId().equals(key.keyId())) {
            return known.text();
        }
        var text = sign(entry, key);
        passes.put(entry.entryId(), new Pass(key.keyId(), text));
        return text;
    }

    private static String sign(Entry entry, Signing key) {
        var token =
                new SignedJWT(
                        new JWSHeader.Builder(JWSAlgorithm.RS256)
                                .type(new JOSEObjectType(RoomPass.TYPE))
                                .keyID(key.keyId())
                                .build(),
                        new JWTClaimsSet.Builder()
                                .audience(RoomPass.AUDIENCE)
                                .subject(entry.buyerId().value())
                                .jwtID(entry.entryId().toString())
                                .claim(RoomPass.SCHEDULE, entry.scheduleId().value())
                                .issueTime(date(entry.admittedAt()))
                                .expirationTime(date(entry.passExpiresAt()))
                                .build());
        try {
            token.sign(key.signer());
        } catch (JOSEException e) {
            throw new IllegalStateException("a pass could not be signed", e);
        }
        return token.serialize();
    }

    private static Date date(@Nullable Instant instant) {
        return Date.from(Objects.requireNonNull(instant));
    }

    private Signing signing() {
        var known = signing;
        if (known == null) {
            turn();
            known = Objects.requireNonNull(signing);
        }
        return known;
    }

    /** What everybody may know of the keys: RFC 7517. */
    Map<String, Object> published() {
        return new JWKSet(
                        keys.all().stream()
                                .map(PassKey::jwk)
                                .map(PassSigner::parse)
                                .map(RSAKey::toPublicJWK)
                                .map(key -> (com.nimbusds.jose.jwk.JWK) key)
                                .toList())
                .toJSONObject();
    }

    private static RSAKey parse(String jwk) {
        try {
            return RSAKey.parse(jwk);
        } catch (ParseException e) {
            throw new IllegalStateException("no key", e);
        }
    }

    /** Looks whether another key has its turn, here or by another instance. */
    @Scheduled(fixedDelayString = "${boxoffice.queue.turn-keys-every:PT30S}")
    void turnInTime() {
        try {
            turn();
        } catch (RuntimeException e) {
            log.warn("The keys of passes are not to be had at present: {}", e.getMessage());
        }
    }

    /** Two instances may both add a key: each is shown, and one of them signs everywhere. */
    synchronized void turn() {
        var all = keys.all();
        if (all.isEmpty()) {
            add(Duration.ZERO);
        } else if (all.getFirst().signsFrom().isBefore(keys.now().minus(keyLife))) {
            add(SHOWN_BEFORE);
        }
        keys.forgetReplaced(SHOWN_AFTER);
        var now = keys.signing().orElseThrow();
        var known = signing;
        if (known == null || !known.keyId().equals(now.keyId())) {
            signing = Signing.of(now);
            log.info("Passes are signed by key {}", now.keyId());
        }
    }

    private void add(Duration delay) {
        try {
            var key = new RSAKeyGenerator(KEY_BITS).keyID(UUID.randomUUID().toString()).generate();
            keys.add(key.getKeyID(), key.toJSONString(), delay);
        } catch (JOSEException e) {
            throw new IllegalStateException("no key could be made", e);
        }
    }
}
