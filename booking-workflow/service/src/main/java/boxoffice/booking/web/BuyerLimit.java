package boxoffice.booking.web;

import boxoffice.kernel.BuyerId;
import boxoffice.web.ApiProblem;
import java.time.Duration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** What one buyer may do in a time: whoever clicks faster, or tries card after card, waits. */
@Component
class BuyerLimit {

    private static final Duration CLICKS_PERIOD = Duration.ofSeconds(1);
    private static final Duration CARDS_PERIOD = Duration.ofHours(1);

    /** Behind one address sit a household, an office, or a bot with many accounts. */
    private static final int BUYERS_PER_ADDRESS = 5;

    private final Allowances<BuyerId> clicks;
    private final Allowances<BuyerId> cardsOfBuyers;
    private final Allowances<String> cardsOfAddresses;

    BuyerLimit(EdgeProperties properties) {
        var cards = properties.cardsPerHour();
        clicks = new Allowances<>(properties.requestsPerSecond(), CLICKS_PERIOD);
        cardsOfBuyers = new Allowances<>(cards, CARDS_PERIOD);
        cardsOfAddresses = new Allowances<>(cards * BUYERS_PER_ADDRESS, CARDS_PERIOD);
    }

    /**
     * @throws ApiProblem 429 too-many-requests
     */
    void admit(BuyerId buyer) {
        if (!clicks.admits(buyer)) {
            throw new ApiProblem(
                            HttpStatus.TOO_MANY_REQUESTS,
                            "too-many-requests",
                            "That is faster than anybody clicks. Wait a second.")
                    .retryAfter(CLICKS_PERIOD);
        }
    }

    /**
     * Looks at a payment by card: who tries many cards is testing stolen ones.
     *
     * @throws ApiProblem 429 too-many-cards
     */
    void admitCard(BuyerId buyer, String address) {
        if (!cardsOfBuyers.admits(buyer) || !cardsOfAddresses.admits(address)) {
            throw new ApiProblem(
                            HttpStatus.TOO_MANY_REQUESTS,
                            "too-many-cards",
                            "Cards were tried too often from here. Pay by points, or come again"
                                    + " in an hour.")
                    .retryAfter(CARDS_PERIOD);
        }
    }
}
