package boxoffice.sandbox;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The payment methods there are, and what each does. Names that begin with {@code pm_card_} are
 * Stripe's own test cards and do what they do there; the others are ours. What happens "at first"
 * is counted per payment intent, so that it ends by itself.
 */
enum TestCard {
    VISA("pm_card_visa", "pm_card_mastercard", "pm_card_amex", "pm_card_jcb", "pm_card_kr"),

    DECLINED(declined("card_declined", "generic_decline"), twice("chargeDeclined")),
    NO_FUNDS(
            declined("card_declined", "insufficient_funds"),
            twice("chargeDeclinedInsufficientFunds")),
    LOST(declined("card_declined", "lost_card"), twice("chargeDeclinedLostCard")),
    STOLEN(declined("card_declined", "stolen_card"), twice("chargeDeclinedStolenCard")),
    EXPIRED(declined("expired_card", null), twice("chargeDeclinedExpiredCard")),
    WRONG_CVC(declined("incorrect_cvc", null), twice("chargeDeclinedIncorrectCvc")),
    BANK_TROUBLE(declined("processing_error", null), twice("chargeDeclinedProcessingError")),
    TOO_OFTEN(
            declined("card_declined", "card_velocity_exceeded"),
            twice("chargeDeclinedVelocityLimitExceeded")),
    UNSUPPORTED(
            declined("card_declined", "card_not_supported"),
            List.of("pm_sandbox_declinedNotSupported")),
    WANTS_BUYER(
            declined("authentication_required", "authentication_required"),
            List.of("pm_card_authenticationRequired", "pm_card_threeDSecureRequired")),

    SLOW(Charging.SLOW, "pm_sandbox_slow"),
    ANSWER_LOST(Charging.ANSWER_LOST, "pm_sandbox_answerLost"),
    ERROR_BEFORE(Charging.ERROR_BEFORE, "pm_sandbox_errorBefore"),
    ERROR_AFTER(Charging.ERROR_AFTER, "pm_sandbox_errorAfter"),
    RATE_LIMITED(Charging.RATE_LIMITED, "pm_sandbox_rateLimited"),
    PROCESSING(Charging.PROCESSING, "pm_sandbox_processing"),
    PROCESSING_DECLINED(Charging.PROCESSING_DECLINED, "pm_sandbox_processingDeclined"),

    WEBHOOK_LATE(Telling.LATE, "pm_sandbox_webhookLate"),
    WEBHOOK_TWICE(Telling.TWICE, "pm_sandbox_webhookTwice"),
    WEBHOOK_OUT_OF_ORDER(Telling.OUT_OF_ORDER, "pm_sandbox_webhookOutOfOrder"),
    WEBHOOK_NEVER(Telling.NEVER, "pm_sandbox_webhookNever"),

    REFUND_FAILS_FIRST(Refunding.FAILS_FIRST, "pm_sandbox_refundFailsFirst"),
    REFUND_FAILS(Refunding.FAILS, "pm_sandbox_refundFails"),
    REFUND_FAILS_LATER(Refunding.FAILS_LATER, "pm_card_refundFail"),
    REFUND_PENDING(Refunding.PENDING, "pm_card_pendingRefund", "pm_sandbox_refundPending"),
    REFUND_ANSWER_LOST(Refunding.ANSWER_LOST, "pm_sandbox_refundAnswerLost"),
    REFUND_ERROR_BEFORE(Refunding.ERROR_BEFORE, "pm_sandbox_refundErrorBefore"),
    REFUND_ERROR_AFTER(Refunding.ERROR_AFTER, "pm_sandbox_refundErrorAfter"),

    DISPUTED(Disputing.UNTIL_TOLD, "pm_card_createDispute", "pm_sandbox_disputed"),
    DISPUTED_WON(Disputing.WON, "pm_sandbox_disputedWon"),
    DISPUTED_LOST(Disputing.LOST, "pm_sandbox_disputedLost");

    /** What becomes of a confirm. */
    enum Charging {
        TAKES,
        DECLINES,
        /** Takes after a while. */
        SLOW,
        /** Takes; the first answer never arrives. */
        ANSWER_LOST,
        /** The first confirm ends in a 500 and takes nothing. */
        ERROR_BEFORE,
        /** Takes; the first confirm ends in a 500 nevertheless. */
        ERROR_AFTER,
        /** The first two confirms are turned away. */
        RATE_LIMITED,
        /** Takes after a while, and says so at once. */
        PROCESSING,
        /** Declines after a while, and says at once that it is at work. */
        PROCESSING_DECLINED
    }

    /** What becomes of its webhooks. */
    enum Telling {
        ONCE,
        LATE,
        TWICE,
        /** After the next one, or late where none follows. */
        OUT_OF_ORDER,
        NEVER
    }

    /** What becomes of a refund. */
    enum Refunding {
        AT_ONCE,
        /** The first fails, the next succeed. */
        FAILS_FIRST,
        FAILS,
        /** Succeeds at first, and fails after a while. */
        FAILS_LATER,
        /** Succeeds after a while. */
        PENDING,
        ANSWER_LOST,
        ERROR_BEFORE,
        ERROR_AFTER
    }

    /** Whether its owner disputes the charge, and how that ends. */
    enum Disputing {
        NEVER,
        /** At once, and open until somebody ends it. */
        UNTIL_TOLD,
        /** At once; the bank decides for us after a while. */
        WON,
        /** At once; the bank decides against us after a while. */
        LOST
    }

    /** As the provider names a decline. */
    record Decline(String code, @Nullable String declineCode) {}

    private static final Map<String, TestCard> BY_ID =
            Arrays.stream(values())
                    .flatMap(card -> card.ids.stream().map(id -> Map.entry(id, card)))
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

    private final List<String> ids;
    private final Charging charging;
    private final @Nullable Decline decline;
    private final Telling telling;
    private final Refunding refunding;
    private final Disputing disputing;

    TestCard(String... ids) {
        this(ids, Charging.TAKES, null, Telling.ONCE, Refunding.AT_ONCE, Disputing.NEVER);
    }

    TestCard(Decline decline, List<String> ids) {
        this(
                ids.toArray(String[]::new),
                Charging.DECLINES,
                decline,
                Telling.ONCE,
                Refunding.AT_ONCE,
                Disputing.NEVER);
    }

    TestCard(Charging charging, String... ids) {
        this(ids, charging, null, Telling.ONCE, Refunding.AT_ONCE, Disputing.NEVER);
    }

    TestCard(Telling telling, String... ids) {
        this(ids, Charging.TAKES, null, telling, Refunding.AT_ONCE, Disputing.NEVER);
    }

    TestCard(Refunding refunding, String... ids) {
        this(ids, Charging.TAKES, null, Telling.ONCE, refunding, Disputing.NEVER);
    }

    TestCard(Disputing disputing, String... ids) {
        this(ids, Charging.TAKES, null, Telling.ONCE, Refunding.AT_ONCE, disputing);
    }

    TestCard(
            String[] ids,
            Charging charging,
            @Nullable Decline decline,
            Telling telling,
            Refunding refunding,
            Disputing disputing) {
        this.ids = List.of(ids);
        this.charging = charging;
        this.decline = decline;
        this.telling = telling;
        this.refunding = refunding;
        this.disputing = disputing;
    }

    /**
     * @throws ProviderError where no payment method is called so
     */
    static TestCard of(String id) {
        var card = BY_ID.get(id);
        if (card == null) {
            throw ProviderError.missing("payment_method", "PaymentMethod", id, 400);
        }
        return card;
    }

    private static Decline declined(String code, @Nullable String declineCode) {
        return new Decline(code, declineCode);
    }

    /** Stripe has most declines under two names, of which the older has no brand in it. */
    private static List<String> twice(String what) {
        return List.of("pm_card_" + what, "pm_card_visa_" + what);
    }

    Charging charging() {
        return charging;
    }

    /** Whether this card declines, now or after a while; then how. */
    Decline decline() {
        return decline == null ? new Decline("card_declined", "generic_decline") : decline;
    }

    Telling telling() {
        return telling;
    }

    Refunding refunding() {
        return refunding;
    }

    Disputing disputing() {
        return disputing;
    }
}
