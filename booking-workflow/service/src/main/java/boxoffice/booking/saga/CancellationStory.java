package boxoffice.booking.saga;

import static boxoffice.booking.contract.BookingAttributes.SCHEDULE_ID;

import boxoffice.booking.contract.CancellationRefusal;
import boxoffice.booking.contract.CancellationSnapshot;
import boxoffice.booking.contract.CancellationSnapshot.Line;
import boxoffice.booking.contract.CancellationStatus;
import boxoffice.booking.contract.StartCancellation;
import boxoffice.kernel.Money;
import boxoffice.order.contract.ClaimRefused;
import boxoffice.order.contract.ClaimedLine;
import boxoffice.order.contract.LinesClaimed;
import io.temporal.workflow.Workflow;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/** How a cancellation stands, and how that is told: to the buyer, and to the operator. */
final class CancellationStory {

    private static final Logger log = Workflow.getLogger(CancellationStory.class);

    private final StartCancellation start;
    private final Ledger ledger = new Ledger(this::tell);
    private final OperatorDesk desk = new OperatorDesk(ledger);

    private CancellationStatus status = CancellationStatus.CLAIMING;
    private String commandHash;
    private @Nullable CancellationRefusal refusal;
    private List<String> refusedLines = List.of();
    private List<Line> lines = List.of();
    private @Nullable Money refund;
    private @Nullable Money fee;
    private @Nullable Instant validUntil;

    CancellationStory(StartCancellation start) {
        this.start = start;
        commandHash = start.commandHash();
    }

    Ledger ledger() {
        return ledger;
    }

    OperatorDesk desk() {
        return desk;
    }

    /** From here on the hash is that of the claim: an earlier run may have made it. */
    void claimed(LinesClaimed claimed) {
        lines = shown(claimed.lines());
        refund = claimed.refund();
        fee = claimed.fee();
        commandHash = claimed.commandHash();
        Workflow.upsertTypedSearchAttributes(SCHEDULE_ID.valueSet(claimed.scheduleId().value()));
        now(CancellationStatus.REFUNDING);
    }

    void refused(ClaimRefused refused) {
        refusal =
                switch (refused.reason()) {
                    case UNKNOWN_ORDER -> CancellationRefusal.UNKNOWN_BOOKING;
                    case NOT_CONFIRMED -> CancellationRefusal.NOT_CONFIRMED;
                    case UNKNOWN_LINES -> CancellationRefusal.UNKNOWN_LINES;
                    case ALREADY_CANCELED -> CancellationRefusal.ALREADY_CANCELED;
                    case DISPUTED -> CancellationRefusal.DISPUTED;
                    case TOO_LATE -> CancellationRefusal.TOO_LATE;
                    case QUOTE_CHANGED -> CancellationRefusal.QUOTE_CHANGED;
                };
        refusedLines = refused.seatNos();
        var quote = refused.quote();
        if (quote != null) {
            lines = shown(quote.lines());
            refund = quote.refund();
            fee = quote.fee();
            validUntil = quote.validUntil();
        }
        now(CancellationStatus.REFUSED);
    }

    private static List<Line> shown(List<ClaimedLine> lines) {
        return lines.stream()
                .map(line -> new Line(line.seatNo(), line.price(), line.fee()))
                .toList();
    }

    void now(CancellationStatus next) {
        status = next;
        log.info(
                "Cancellation {} of booking {} is {}{}",
                start.cancellationId(),
                start.bookingId(),
                next,
                refusal == null ? "" : " " + refusal);
        tell();
    }

    private void tell() {
        var details = new StringBuilder("**").append(status).append("**");
        if (refusal != null) {
            details.append(" (").append(refusal).append(')');
        }
        details.append("\n\nOf booking `").append(start.bookingId()).append('`');
        details.append(start.byPromoter() ? ", by the promoter\n" : "\n");
        if (refund != null && fee != null) {
            details.append("\n| line | price | fee |\n|---|---|---|\n");
            lines.forEach(line ->
                    details.append(
                            "| %s | %s | %s |\n"
                                    .formatted(line.seatNo(), line.price(), line.fee())));
            details.append("\nRefund %s, fee %s\n".formatted(refund, fee));
        }
        details.append(ledger.table()).append(desk.notes());
        Workflow.setCurrentDetails(details.toString());
    }

    CancellationSnapshot snapshot() {
        return new CancellationSnapshot(
                start.bookingId(),
                start.buyerId(),
                start.cancellationId(),
                commandHash,
                status,
                refusal,
                refusedLines,
                lines,
                refund,
                fee,
                validUntil);
    }
}
