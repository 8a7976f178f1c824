package boxoffice.payment.provider;

import boxoffice.payment.RunningService;
import boxoffice.testing.SqlServer;
import com.stripe.net.Webhook;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Services that are told of a sandbox's disputes, by hand, and what their rows say then. */
final class ToldOfDisputes {
    private ToldOfDisputes() {}

    static final Sandbox SANDBOX = new Sandbox(5);

    private static final String SECRET = "whsec_ours";
    private static final Map<String, RunningService> SERVICES = new ConcurrentHashMap<>();

    /** The one on this server that is to find Temporal there. */
    static RunningService on(SqlServer server, String temporal) {
        return SERVICES.computeIfAbsent(
                server + temporal,
                _ ->
                        RunningService.start(
                                server,
                                "--boxoffice.temporal.polling=false",
                                "--boxoffice.temporal.target=" + temporal,
                                "--boxoffice.payment.stripe.api-key=" + Sandbox.API_KEY,
                                "--boxoffice.payment.stripe.api-base=" + SANDBOX.address(),
                                "--boxoffice.payment.stripe.webhook-secret=" + SECRET));
    }

    static void stop() {
        SERVICES.values().forEach(RunningService::stop);
        SANDBOX.close();
    }

    /** Tells of the dispute of an intent, well signed; gives the status of the answer. */
    static int tell(RunningService at, String type, String ref, String event) {
        var body =
                """
                {"id": "%s", "object": "event", "type": "%s", "livemode": false,
                 "data": {"object": {"id": "%s", "object": "dispute", "payment_intent": "%s"}}}
                """
                        .formatted(event, type, Sandbox.disputeOf(ref), ref);
        try {
            var signature =
                    Webhook.Signature.generateSignatureHeader(
                            body, SECRET, Instant.now().getEpochSecond());
            return at.postUnauthorized(StripeWebhooks.PATH, signature, body).statusCode();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The dispute's row: its state, its amount, and what it is of. */
    static String row(RunningService at, String ref) {
        return at.text(
                """
                select concat_ws(' ', state, amount, booking_id, top_up_id) from disputes
                where dispute_id = ?
                """,
                Sandbox.disputeOf(ref));
    }

    /** What stands in the ledger under the dispute's key, on the card's side. */
    static long booked(RunningService at, String ref) {
        return at.number(
                """
                select coalesce(sum(amount), 0) from ledger_entries
                where idempotency_key = ? and account = 'cards' and cause = 'DISPUTE'
                """,
                "dispute/" + Sandbox.disputeOf(ref));
    }
}
