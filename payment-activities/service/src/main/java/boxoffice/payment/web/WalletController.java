package boxoffice.payment.web;

import boxoffice.kernel.BuyerId;
import boxoffice.kernel.Money;
import boxoffice.payment.domain.TopUp;
import boxoffice.payment.domain.Wallet;
import boxoffice.payment.domain.WalletEntry;
import boxoffice.payment.provider.TopUpsByCard;
import boxoffice.payment.store.Wallets;
import boxoffice.web.Answers;
import boxoffice.web.ApiProblem;
import boxoffice.web.IdempotencyKey;
import boxoffice.web.Paging;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The buyer's own points. */
@RestController
@RequestMapping("/api/wallet")
class WalletController {

    /** Entries are numbered as they come. */
    private static final Paging<Long> PAGES =
            new Paging<>(
                    "wallet-entries",
                    last -> List.of(Long.toString(last)),
                    texts -> Long.parseLong(texts.getFirst()));

    private final Wallets wallets;
    private final TopUpsByCard topUps;
    private final Money nothing;

    WalletController(
            Wallets wallets,
            TopUpsByCard topUps,
            @Value("${boxoffice.payment.points-currency}") String currency) {
        this.wallets = wallets;
        this.topUps = topUps;
        this.nothing = new Money(0, currency);
    }

    /**
     * The buyer's own points. A buyer who was never given any has none, which is an answer and no
     * error: whoever asks wants to know how much there is to spend. Looking leaves no row behind.
     */
    @GetMapping
    WalletView wallet(BuyerId buyer) {
        return new WalletView(wallets.of(buyer).map(Wallet::balance).orElse(nothing));
    }

    /**
     * What moved in the buyer's wallet, newest first.
     *
     * @param limit entries at most, 1 to 100; else 400 limit-invalid
     * @param cursor the {@code next} of the page before; anything else is 400 cursor-invalid
     */
    @Answers("400 limit-invalid cursor-invalid")
    @GetMapping("/entries")
    EntriesView entries(
            BuyerId buyer,
            @RequestParam(defaultValue = "20") String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var asked = PAGES.asked(limit, cursor, buyer);
        return EntriesView.of(
                asked.page(wallets.entries(buyer, asked.after(), asked.rows()), WalletEntry::id));
    }

    /** Buys points by card: 201 with them, 402 where the card was declined, 202 while unknown. */
    @Answers(
            value = {
                "201",
                "202 Retry-After",
                "400 invalid-amount invalid-payment-method",
                "402 payment-declined",
                "422 currency-mismatch amount-over-limit"
            },
            example =
                    """
                    {
                      "amount": {"amount": 50000, "currency": "KRW"},
                      "paymentMethodId": "pm_card_visa"
                    }
                    """)
    @PostMapping("/top-ups")
    ResponseEntity<TopUpView> topUp(
            BuyerId buyer, IdempotencyKey key, @RequestBody TopUpRequest request) {
        var asked = request.checked(buyer, key, nothing.currency());
        var topUp = topUps.topUp(asked);
        if (!topUp.asksLike(asked)) {
            throw IdempotencyKey.reused();
        }
        return answer(topUp);
    }

    private static ResponseEntity<TopUpView> answer(TopUp topUp) {
        var view = new TopUpView(topUp.id().toString(), topUp.state(), topUp.amount());
        return switch (topUp.state()) {
            case DONE -> ResponseEntity.status(HttpStatus.CREATED).body(view);
            case PENDING ->
                    ResponseEntity.status(HttpStatus.ACCEPTED)
                            .header(HttpHeaders.RETRY_AFTER, "1")
                            .body(view);
            case DECLINED -> {
                var reason = Objects.requireNonNull(topUp.declined());
                throw new ApiProblem(
                                HttpStatus.PAYMENT_REQUIRED,
                                "payment-declined",
                                "The card was declined; nothing was taken. Try another card with"
                                        + " a new Idempotency-Key.")
                        .with(Map.of("reason", reason, "mayRetry", reason.mayRetry()));
            }
        };
    }
}
