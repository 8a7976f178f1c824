package boxoffice.sandbox;

import java.time.Duration;

/** Takes money, or does not, as the card wants it. */
final class Confirms {

    private static final int TURNED_AWAY_FIRST = 2;

    private final Books books;
    private final Disputes disputes;
    private final Webhooks webhooks;
    private final Chores chores;
    private final Pace pace;

    Confirms(Books books, Disputes disputes, Webhooks webhooks, Chores chores, Pace pace) {
        this.books = books;
        this.disputes = disputes;
        this.webhooks = webhooks;
        this.chores = chores;
        this.pace = pace;
    }

    Reply confirm(String id, Form form) {
        form.allowOnly("payment_method", "error_on_requires_action", "amount_to_confirm");
        var method = form.required("payment_method");
        var card = TestCard.of(method);
        var intent = books.intent(id, "intent", 404);
        var count = books.alone(() -> begin(intent, card, form));
        try {
            return charge(intent, card, method, count);
        } finally {
            books.change(intent::unlock);
        }
    }

    /** What was at work on a payment when the provider stopped goes on with it. */
    void goOn() {
        for (var intent : books.intents()) {
            var card = intent.card();
            var method = intent.paymentMethod();
            if (intent.status() == Intent.Status.PROCESSING && card != null && method != null) {
                finishLater(intent, card, method);
            }
        }
    }

    /** Counts the confirm and locks the intent, so that one request at a time asks the bank. */
    private static int begin(Intent intent, TestCard card, Form form) {
        intent.lock();
        try {
            intent.requireOpen();
            if (form.amount("amount_to_confirm").orElse(intent.amount()) != intent.amount()) {
                throw ProviderError.invalid(
                        "amount_mismatch",
                        "amount_to_confirm",
                        "The amount to confirm is not the PaymentIntent's.");
            }
        } catch (ProviderError e) {
            intent.unlock();
            throw e;
        }
        return intent.confirmWith(card);
    }

    private Reply charge(Intent intent, TestCard card, String method, int count) {
        return switch (card.charging()) {
            case TAKES -> take(intent, card, method);
            case DECLINES -> throw decline(intent, card);
            case SLOW -> {
                pause(pace.slow());
                yield take(intent, card, method);
            }
            case ANSWER_LOST -> {
                var reply = take(intent, card, method);
                yield count == 1 ? reply.thatGetsLost() : reply;
            }
            case ERROR_BEFORE -> {
                if (count == 1) {
                    throw ProviderError.internal();
                }
                yield take(intent, card, method);
            }
            case ERROR_AFTER -> {
                take(intent, card, method);
                throw ProviderError.internal();
            }
            case RATE_LIMITED -> {
                if (count <= TURNED_AWAY_FIRST) {
                    throw ProviderError.tooMany();
                }
                yield take(intent, card, method);
            }
            case PROCESSING, PROCESSING_DECLINED -> process(intent, card, method);
        };
    }

    private Reply take(Intent intent, TestCard card, String method) {
        return books.alone(() -> {
            intent.succeed(card, method);
            webhooks.tell("payment_intent.succeeded", intent, intent.json());
            disputes.follow(intent, card);
            return Reply.ok(intent.json());
        });
    }

    private ProviderError decline(Intent intent, TestCard card) {
        return books.alone(() -> {
            intent.decline(ProviderError.declined(intent, card.decline()));
            webhooks.tell("payment_intent.payment_failed", intent, intent.json());
            return ProviderError.declined(intent, card.decline());
        });
    }

    private Reply process(Intent intent, TestCard card, String method) {
        return books.alone(() -> {
            intent.process(card, method);
            finishLater(intent, card, method);
            return Reply.ok(intent.json());
        });
    }

    private void finishLater(Intent intent, TestCard card, String method) {
        chores.start(() -> {
            Thread.sleep(pace.processing());
            if (card.charging() == TestCard.Charging.PROCESSING_DECLINED) {
                var _ = decline(intent, card);
            } else {
                var _ = take(intent, card, method);
            }
        });
    }

    private static void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
