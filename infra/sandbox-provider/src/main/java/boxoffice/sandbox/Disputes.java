package boxoffice.sandbox;

import boxoffice.sandbox.Dispute.Status;
import boxoffice.sandbox.TestCard.Disputing;
import java.util.Locale;

/** Disputes charges, as the card wants it, and ends that again: won, lost, or when told. */
final class Disputes {

    private final Books books;
    private final Webhooks webhooks;
    private final Chores chores;
    private final Pace pace;

    Disputes(Books books, Webhooks webhooks, Chores chores, Pace pace) {
        this.books = books;
        this.webhooks = webhooks;
        this.chores = chores;
        this.pace = pace;
    }

    /** The money is taken; some buyers say at once that they never bought anything. */
    void follow(Intent intent, TestCard card) {
        if (card.disputing() == Disputing.NEVER) {
            return;
        }
        var dispute = books.add(new Dispute(intent));
        tell("charge.dispute.created", dispute);
        tell("charge.dispute.funds_withdrawn", dispute);
        endLater(dispute, card);
    }

    /** What the bank had not decided when the provider stopped it decides now. */
    void goOn() {
        for (var dispute : books.disputes()) {
            var card = dispute.intent().card();
            if (dispute.isOpen() && card != null) {
                endLater(dispute, card);
            }
        }
    }

    private void endLater(Dispute dispute, TestCard card) {
        switch (card.disputing()) {
            case NEVER, UNTIL_TOLD -> {}
            case WON -> endLater(dispute, Status.WON);
            case LOST -> endLater(dispute, Status.LOST);
        }
    }

    private void endLater(Dispute dispute, Status how) {
        chores.start(() -> {
            Thread.sleep(pace.disputeOpen());
            books.change(() -> {
                if (dispute.isOpen()) {
                    end(dispute, how);
                }
            });
        });
    }

    private void end(Dispute dispute, Status how) {
        dispute.end(how);
        tell("charge.dispute.closed", dispute);
        if (how == Status.WON) {
            tell("charge.dispute.funds_reinstated", dispute);
        }
    }

    private void tell(String type, Dispute dispute) {
        webhooks.tell(type, dispute.intent(), dispute.json());
    }

    Reply retrieve(String id) {
        return books.alone(() -> Reply.ok(books.dispute(id).json()));
    }

    /** Stripe's own: who closes a dispute accepts it as lost. */
    Reply close(String id, Form form) {
        form.allowOnly();
        return end(id, Status.LOST);
    }

    /** Not Stripe's: the bank decides now. */
    Reply decide(String id, Form form) {
        form.allowOnly("status");
        return end(
                id,
                switch (form.required("status").toLowerCase(Locale.ROOT)) {
                    case "won" -> Status.WON;
                    case "lost" -> Status.LOST;
                    default ->
                            throw ProviderError.invalid(
                                    "parameter_invalid", "status", "Neither won nor lost.");
                });
    }

    private Reply end(String id, Status how) {
        return books.alone(() -> {
            var dispute = books.dispute(id);
            end(dispute, how);
            return Reply.ok(dispute.json());
        });
    }

    Reply list(Form form) {
        form.allowOnly("payment_intent", "charge", "limit", "starting_after", "created");
        return books.alone(() -> {
            var intent = form.text("payment_intent");
            var charge = form.text("charge");
            var all =
                    books.disputes().stream()
                            .filter(one -> intent.map(one.intent().id()::equals).orElse(true))
                            .filter(one -> charge.map(one.intent().chargeId()::equals).orElse(true))
                            .toList();
            var rest = form.page(all, Dispute::id);
            var page = rest.stream().limit(form.limit()).map(Dispute::json).toList();
            return Reply.list("/v1/disputes", page, rest.size() > page.size());
        });
    }
}
