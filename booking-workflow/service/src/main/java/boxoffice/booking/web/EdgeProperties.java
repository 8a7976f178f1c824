package boxoffice.booking.web;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param answerWait how long a request waits for its saga before it is answered 202
 * @param callsMax how many requests may wait for Temporal at once; the next is answered 503
 * @param watchesMax how many requests may wait longer, for a booking to become another
 * @param watchesOfOneBuyerMax how many of them may be one buyer's
 * @param requestsPerSecond how many requests of one buyer are let through
 * @param cardsPerHour how many payments by card of one buyer are let through
 * @param presaleCodesPerHour how many requests with a presale code of one buyer are let through
 * @param orderUrl where the order service is reached, for bookings that Temporal has forgotten
 * @param sweepStartsPerSecond how many bookings of a canceled schedule are turned to in a second
 * @param sweepInFlightMax how many of them are being given back at once
 */
@ConfigurationProperties("boxoffice.booking")
record EdgeProperties(
        @DefaultValue("2s") Duration answerWait,
        @DefaultValue("256") int callsMax,
        @DefaultValue("500") int watchesMax,
        @DefaultValue("8") int watchesOfOneBuyerMax,
        @DefaultValue("40") int requestsPerSecond,
        @DefaultValue("60") int cardsPerHour,
        @DefaultValue("30") int presaleCodesPerHour,
        @DefaultValue("http://127.0.0.1:8083") URI orderUrl,
        @DefaultValue("10") int sweepStartsPerSecond,
        @DefaultValue("20") int sweepInFlightMax) {}
