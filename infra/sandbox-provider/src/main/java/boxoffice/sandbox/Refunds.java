package boxoffice.sandbox;

import boxoffice.sandbox.Refund.Status;
import boxoffice.sandbox.TestCard.Refunding;

/** Gives money back, or does not, as the card it came from wants it. */
final class Refunds {

    private final Books books;
    private final Webhooks webhooks;
    private final Chores chores;
    private final Pace pace;

    Refunds(Books books, Webhooks webhooks, Chores chores, Pace pace) {
        this.books = books;
        this.webhooks = webhooks;
        this.chores = chores;
        this.pace = pace;
    }

    Reply create(Form form) {
        form.allowOnly("payment_intent", "amount", "metadata", "reason");
        var intent = books.intent(form.required("payment_intent"), "payment_intent", 400);
        return books.alone(() -> create(intent, form));
    }

    private Reply create(Intent intent, Form form) {
        var left = intent.captured() - books.refunded(intent);
        var amount = form.amount("amount").orElse(Math.max(left, 1));
        if (intent.captured() == 0) {
            throw ProviderError.refused(
                    "charge_not_refundable", "This PaymentIntent has no charge to refund.");
        }
        if (books.disputesOf(intent).stream().anyMatch(one -> one.status() != Dispute.Status.WON)) {
            throw ProviderError.refused(
                    "charge_disputed", "The charge has been charged back, or may be.");
        }
        if (left == 0) {
            throw ProviderError.refused(
                    "charge_already_refunded", "The charge has been refunded already.");
        }
        if (amount > left) {
            throw ProviderError.refused(
                    "amount_too_large", "More than the charge has left: " + left);
        }
        var card = intent.card();
        var how = card == null ? Refunding.AT_ONCE : card.refunding();
        var first = intent.tryRefund() == 1;
        if (how == Refunding.ERROR_BEFORE && first) {
            throw ProviderError.internal();
        }
        var refund =
                books.add(
                        new Refund(
                                Books.newId("re"),
                                intent,
                                amount,
                                form.nested("metadata"),
                                first(how, first)));
        follow(refund, how);
        if (how == Refunding.ERROR_AFTER && first) {
            throw ProviderError.internal();
        }
        var reply = Reply.ok(refund.json());
        return how == Refunding.ANSWER_LOST && first ? reply.thatGetsLost() : reply;
    }

    /** What was on its way when the provider stopped arrives. */
    void goOn() {
        books.refunds().stream()
                .filter(refund -> refund.status() == Status.PENDING)
                .forEach(refund -> become(refund, Status.SUCCEEDED));
    }

    private static Status first(Refunding how, boolean first) {
        return switch (how) {
            case FAILS -> Status.FAILED;
            case FAILS_FIRST -> first ? Status.FAILED : Status.SUCCEEDED;
            case PENDING -> Status.PENDING;
            case AT_ONCE, FAILS_LATER, ANSWER_LOST, ERROR_BEFORE, ERROR_AFTER -> Status.SUCCEEDED;
        };
    }

    private void follow(Refund refund, Refunding how) {
        tell(refund, refund.status() == Status.FAILED);
        if (how == Refunding.PENDING) {
            become(refund, Status.SUCCEEDED);
        } else if (how == Refunding.FAILS_LATER) {
            become(refund, Status.FAILED);
        }
    }

    private void become(Refund refund, Status status) {
        chores.start(() -> {
            Thread.sleep(pace.refundPending());
            books.change(() -> {
                refund.become(status);
                tell(refund, true);
            });
        });
    }

    private void tell(Refund refund, boolean isUpdate) {
        var intent = refund.intent();
        if (isUpdate) {
            webhooks.tell("charge.refund.updated", intent, refund.json());
        } else {
            webhooks.tell("charge.refunded", intent, books.chargeJson(intent));
        }
    }

    Reply retrieve(String id) {
        return books.alone(() -> Reply.ok(books.refund(id).json()));
    }

    Reply list(Form form) {
        form.allowOnly("payment_intent", "limit", "starting_after", "created");
        return books.alone(() -> {
            var of = form.text("payment_intent");
            var all =
                    books.refunds().stream()
                            .filter(refund -> of.map(refund.intent().id()::equals).orElse(true))
                            .toList();
            var rest = form.page(all, Refund::id);
            var page = rest.stream().limit(form.limit()).map(Refund::json).toList();
            return Reply.list("/v1/refunds", page, rest.size() > page.size());
        });
    }
}
