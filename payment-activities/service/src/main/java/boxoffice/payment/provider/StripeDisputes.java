package boxoffice.payment.provider;

import boxoffice.kernel.Money;
import boxoffice.payment.domain.DisputeSeen;
import boxoffice.payment.domain.DisputeState;
import com.stripe.model.Dispute;
import com.stripe.service.DisputeService;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** Disputes at Stripe, which are read here and answered by a person in its dashboard. */
final class StripeDisputes {

    private final DisputeService disputes;
    private final StripeCalls calls;

    StripeDisputes(DisputeService disputes, StripeCalls calls) {
        this.disputes = disputes;
        this.calls = calls;
    }

    DisputeSeen standing(String disputeRef) {
        try {
            return seen(calls.ask("look at dispute", () -> disputes.retrieve(disputeRef)));
        } catch (StripeCalls.Refused e) {
            throw e.asFault();
        }
    }

    private static DisputeSeen seen(Dispute dispute) {
        var due =
                Optional.ofNullable(dispute.getEvidenceDetails())
                        .map(Dispute.EvidenceDetails::getDueBy)
                        .map(Instant::ofEpochSecond);
        return new DisputeSeen(
                dispute.getId(),
                dispute.getPaymentIntent(),
                new Money(dispute.getAmount(), dispute.getCurrency().toUpperCase(Locale.ROOT)),
                String.valueOf(dispute.getReason()),
                stateOf(dispute.getStatus()),
                Instant.ofEpochSecond(dispute.getCreated()),
                due.orElse(null));
    }

    /** A word that is not known here is for a person to look at: open. */
    private static DisputeState stateOf(String status) {
        return switch (status) {
            case "lost" -> DisputeState.LOST;
            // An inquiry that came to nothing, and a dispute that a refund has prevented.
            case "won", "warning_closed", "prevented" -> DisputeState.WON;
            default -> DisputeState.OPEN;
        };
    }
}
