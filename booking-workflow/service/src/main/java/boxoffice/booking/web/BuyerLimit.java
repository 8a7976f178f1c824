package boxoffice.booking.web;

import boxoffice.kernel.BuyerId;
import boxoffice.web.ApiProblem;
import java.time.Duration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * What one buyer may do in a time: whoever clicks faster, or tries card after card or code after
 * code, waits.
 */
@Component
class BuyerLimit {

    private static final Duration CLICKS_PERIOD = Duration.ofSeconds(1);
    private static final Duration CARDS_PERIOD = Duration.ofHours(1);
    private static final Duration CODES_PERIOD = Duration.ofHours(1);

    /** Behind one address sit a household, an office, or a bot with many accounts. */
    private static final int BUYERS_PER_ADDRESS = 5;

    private final Allowances<BuyerId> clicks;
    private final Allowances<BuyerId> cardsOfBuyers;
    private final Allowances<String> cardsOfAddresses;
    private final Allowances<BuyerId> codesOfBuyers;
    private final Allowances<String> codesOfAddresses;

    BuyerLimit(EdgeProperties properties) {
        var cards = properties.cardsPerHour();
        clicks = new Allowances<>(properties.requestsPerSecond(), CLICKS_PERIOD);
        cardsOfBuyers = new Allowances<>(cards, CARDS_PERIOD);
        cardsOfAddresses = new Allowances<>(cards * BUYERS_PER_ADDRESS, CARDS_PERIOD);
        var codes = properties.presaleCodesPerHour();
        codesOfBuyers = new Allowances<>(codes, CODES_PERIOD);
        codesOfAddresses = new Allowances<>(codes * BUYERS_PER_ADDRESS, CODES_PERIOD);
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

    /**
     * Looks at a request with a presale code: who sends many is guessing. A code is one of 36^8 at
     * least, so this many an hour find none.
     *
     * @throws ApiProblem 429 too-many-presale-codes
     */
    void admitPresaleCode(BuyerId buyer, String address) {
        if (!codesOfBuyers.admits(buyer) || !codesOfAddresses.admits(address)) {
            throw new ApiProblem(
                            HttpStatus.TOO_MANY_REQUESTS,
                            "too-many-presale-codes",
                            "Presale codes were tried too often from here. Come again in an hour,"
                                    + " or when the general sale has begun, without one.")
                    .retryAfter(CODES_PERIOD);
        }
    }
}
