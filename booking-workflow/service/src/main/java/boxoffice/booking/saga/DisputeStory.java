package boxoffice.booking.saga;

import static boxoffice.booking.contract.BookingAttributes.BUYER_ID;

import boxoffice.payment.contract.DisputeStanding;
import boxoffice.payment.contract.StartDispute;
import io.temporal.workflow.Workflow;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/** How a dispute stands, and how that is told to the operator. */
final class DisputeStory {

    private static final Logger log = Workflow.getLogger(DisputeStory.class);

    private final StartDispute start;
    private final Ledger ledger = new Ledger(this::tell);
    private final OperatorDesk desk = new OperatorDesk(ledger);
    private @Nullable DisputeStanding standing;

    DisputeStory(StartDispute start) {
        this.start = start;
    }

    Ledger ledger() {
        return ledger;
    }

    OperatorDesk desk() {
        return desk;
    }

    void seen(DisputeStanding now) {
        if (standing == null) {
            Workflow.upsertTypedSearchAttributes(BUYER_ID.valueSet(now.buyerId().value()));
        }
        standing = now;
        log.info(
                "Dispute {} of booking {} is {}",
                start.disputeId(),
                start.bookingId(),
                now.state());
        tell();
    }

    /** What a person has to do. */
    static String task(DisputeStanding open) {
        var due = open.evidenceDueAt();
        return "answer it at the provider%s, then `acknowledge`"
                .formatted(due == null ? "" : " until " + due);
    }

    private void tell() {
        var details = new StringBuilder("**");
        details.append(standing == null ? "NOT LOOKED AT YET" : standing.state()).append("**");
        details.append(
                "\n\nDispute `%s` of booking `%s`\n"
                        .formatted(start.disputeId(), start.bookingId()));
        if (standing != null) {
            details.append(
                    "\n%s, because: %s, since %s\n"
                            .formatted(standing.amount(), standing.reason(), standing.openedAt()));
        }
        details.append(ledger.table()).append(desk.notes());
        Workflow.setCurrentDetails(details.toString());
    }
}
