package boxoffice.web;

import boxoffice.kernel.BuyerId;
import boxoffice.kernel.ScheduleId;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * Reads passes by the queue service's public keys, which are kept: nobody is asked while a pass is
 * read. What is refused is counted, by its reason, as {@code boxoffice.passes.refused}.
 */
public final class RoomPasses {

    /** The queue's database has the last word on time, so a clock may be wrong by as much. */
    private static final Duration SKEW_MAX = Duration.ofMinutes(5);

    private static final Duration SOON = Duration.ofSeconds(1);

    private final NimbusJwtDecoder decoder;
    private final JwtTimestampValidator time = new JwtTimestampValidator(SKEW_MAX);
    private final MeterRegistry meters;

    RoomPasses(URI keys, MeterRegistry meters) {
        this.meters = meters;
        decoder =
                NimbusJwtDecoder.withJwkSetUri(keys.toString())
                        .jwsAlgorithm(SignatureAlgorithm.RS256)
                        .jwtProcessorCustomizer(processor ->
                                processor.setJWSTypeVerifier(
                                        new DefaultJOSEObjectTypeVerifier<>(
                                                new JOSEObjectType(RoomPass.TYPE))))
                        .build();
        decoder.setJwtValidator(
                new DelegatingOAuth2TokenValidator<>(
                        new JwtClaimValidator<List<String>>(
                                JwtClaimNames.AUD,
                                audience ->
                                        audience != null && audience.contains(RoomPass.AUDIENCE))));
    }

    /**
     * Whether a pass may be good in the hands of whoever shows it; of which date it is does not
     * matter.
     *
     * @param subject the {@code sub} of the access token that comes with it
     * @throws ApiProblem 403 pass-invalid where it is forged, somebody else's or no pass at all;
     *     403 pass-expired; 503 temporarily-unavailable where its key is not to be had
     */
    public void check(String pass, String subject) {
        checked(pass, subject);
    }

    /**
     * The pass that this buyer shows for this date.
     *
     * @throws ApiProblem as {@link #check}; 403 pass-invalid where it is of another date, too
     */
    public RoomPass read(String pass, BuyerId buyer, ScheduleId schedule) {
        var token = checked(pass, buyer.value());
        if (!schedule.value().equals(token.getClaimAsString(RoomPass.SCHEDULE))) {
            throw refused("other-schedule", invalid());
        }
        try {
            return new RoomPass(UUID.fromString(token.getId()), buyer, schedule);
        } catch (IllegalArgumentException | NullPointerException e) {
            throw refused("forged", invalid());
        }
    }

    private Jwt checked(String pass, String subject) {
        var token = decode(pass);
        if (!subject.equals(token.getSubject())) {
            throw refused("foreign", invalid());
        }
        if (time.validate(token).hasErrors()) {
            throw refused("expired", expired());
        }
        return token;
    }

    private Jwt decode(String pass) {
        try {
            return decoder.decode(pass);
        } catch (BadJwtException e) {
            throw refused("forged", invalid());
        } catch (JwtException e) {
            throw new ApiProblem(
                            HttpStatus.SERVICE_UNAVAILABLE,
                            "temporarily-unavailable",
                            "We cannot get at our data just now. Send the same request again, with"
                                    + " the same Idempotency-Key where there is one.")
                    .retryAfter(SOON);
        }
    }

    private ApiProblem refused(String reason, ApiProblem problem) {
        meters.counter("boxoffice.passes.refused", "reason", reason).increment();
        return problem;
    }

    private static ApiProblem invalid() {
        return new ApiProblem(
                HttpStatus.FORBIDDEN,
                "pass-invalid",
                "This is no pass of yours for this date. Send the one that your entry in its"
                        + " waiting room shows, or none where the date has no waiting room.");
    }

    private static ApiProblem expired() {
        return new ApiProblem(
                HttpStatus.FORBIDDEN,
                "pass-expired",
                "Your pass was not used in its time. Join the waiting room again.");
    }
}
