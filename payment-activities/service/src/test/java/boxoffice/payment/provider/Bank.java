package boxoffice.payment.provider;

import boxoffice.kernel.Money;
import boxoffice.payment.domain.DeclineReason;
import boxoffice.payment.domain.DisputeSeen;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A provider in memory, for what no provider lets a test do: to be interrupted at an exact moment.
 * It takes money once per payment at most and keeps what it answered under a key, as the real one
 * does; that one, and the sandbox, have tests of their own.
 */
final class Bank implements PaymentGateway, BooksAtProvider {

    /** Cards by what becomes of them. */
    static final String GOOD = "pm_good";

    static final String BAD = "pm_declined";

    private static final class Account {
        private long captured;
        private long refunded;
        private boolean isClosed;
    }

    private final Map<String, Account> accounts = new HashMap<>();
    private final Map<String, ChargeAnswer> charges = new HashMap<>();
    private final Map<String, RefundAnswer> refunds = new HashMap<>();
    private final Deque<Runnable> beforeCalls = new ArrayDeque<>();
    private final Deque<Runnable> afterCalls = new ArrayDeque<>();
    private int refundsToFail;

    /** Does this in the middle of the next call, before it has any effect. */
    void before(Runnable work) {
        beforeCalls.add(work);
    }

    /** Does this in the middle of the next call, when its effect is there and the answer not. */
    void after(Runnable work) {
        afterCalls.add(work);
    }

    /** Fails so many refunds, each under its key for ever. */
    void failRefunds(int count) {
        refundsToFail = count;
    }

    /** What was planned for a call that never came is off. */
    void forgetPlans() {
        beforeCalls.clear();
        afterCalls.clear();
    }

    static void lost() {
        throw new ProviderFault("the answer was lost", null);
    }

    long kept(String payment) {
        var account = accounts.get(payment);
        return account == null ? 0 : account.captured - account.refunded;
    }

    @Override
    public synchronized String open(String payment, Money total) {
        return payment;
    }

    @Override
    public synchronized ChargeAnswer charge(
            String ref, int attempt, Money amount, String paymentMethodId) {
        run(beforeCalls);
        var answer =
                charges.computeIfAbsent(
                        ref + "/" + attempt, _ -> take(ref, amount, paymentMethodId));
        run(afterCalls);
        return answer;
    }

    private ChargeAnswer take(String ref, Money amount, String card) {
        var account = account(ref);
        if (account.isClosed) {
            return new ChargeAnswer.Closed();
        }
        if (account.captured > 0) {
            return new ChargeAnswer.Captured();
        }
        if (card.equals(BAD)) {
            return new ChargeAnswer.Declined(DeclineReason.CARD_DECLINED);
        }
        account.captured = amount.amount();
        return new ChargeAnswer.Captured();
    }

    @Override
    public synchronized ChargeAnswer standing(String ref) {
        var account = account(ref);
        if (account.captured > 0) {
            return new ChargeAnswer.Captured();
        }
        return account.isClosed ? new ChargeAnswer.Closed() : new ChargeAnswer.Idle();
    }

    @Override
    public synchronized ChargeAnswer close(String ref) {
        run(beforeCalls);
        var account = account(ref);
        account.isClosed = true;
        run(afterCalls);
        return account.captured > 0 ? new ChargeAnswer.Captured() : new ChargeAnswer.Closed();
    }

    @Override
    public synchronized RefundAnswer refund(String ref, String key, Money amount) {
        run(beforeCalls);
        var answer = refunds.computeIfAbsent(key, _ -> giveBack(ref, key, amount));
        run(afterCalls);
        return answer;
    }

    private RefundAnswer giveBack(String ref, String key, Money amount) {
        if (refundsToFail > 0) {
            refundsToFail--;
            return new RefundAnswer.Failed(key, "the account is closed");
        }
        var account = account(ref);
        account.refunded += amount.amount();
        if (account.refunded > account.captured) {
            throw new IllegalStateException("more given back than taken: " + ref);
        }
        return new RefundAnswer.Done(key);
    }

    @Override
    public synchronized RefundAnswer refundStanding(String refundRef) {
        return new RefundAnswer.Done(refundRef);
    }

    @Override
    public DisputeSeen dispute(String disputeRef) {
        throw new ProviderFault("nobody disputes anything here", null);
    }

    /** Writes past everybody into the bank's own books. */
    synchronized void falsify(String payment, long more) {
        account(payment).captured += more;
    }

    @Override
    public synchronized List<Taken> takenFor(String ref) {
        return taken(null).payments().stream().filter(it -> it.ref().equals(ref)).toList();
    }

    @Override
    public synchronized Listed taken(@Nullable String after) {
        return new Listed(
                accounts.entrySet().stream()
                        .filter(it -> it.getValue().captured > 0)
                        .map(it ->
                                new Taken(
                                        it.getKey(),
                                        it.getKey(),
                                        it.getKey(),
                                        it.getValue().captured,
                                        it.getValue().refunded))
                        .toList(),
                null);
    }

    private Account account(String ref) {
        return accounts.computeIfAbsent(ref, _ -> new Account());
    }

    private static void run(Deque<Runnable> work) {
        var next = work.poll();
        if (next != null) {
            next.run();
        }
    }
}
