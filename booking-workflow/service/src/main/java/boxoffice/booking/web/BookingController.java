package boxoffice.booking.web;

import boxoffice.booking.contract.BookingSnapshot;
import boxoffice.booking.contract.BookingStatus;
import boxoffice.booking.contract.PaymentAnswer;
import boxoffice.kernel.BookingId;
import boxoffice.kernel.BuyerId;
import boxoffice.web.Answers;
import boxoffice.web.IdempotencyKey;
import boxoffice.web.PreferredWait;
import boxoffice.web.RoomPass;
import boxoffice.web.RoomPasses;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The buyer's bookings. */
@RestController
@RequestMapping("/api/bookings")
@Answers({"429 too-many-requests Retry-After", "503 temporarily-unavailable Retry-After"})
class BookingController {

    private final Bookings bookings;
    private final KnownBookings known;
    private final Watches watches;
    private final ViewTags tags;
    private final BuyerLimit limit;
    private final RoomPasses passes;

    BookingController(
            Bookings bookings,
            KnownBookings known,
            Watches watches,
            ViewTags tags,
            BuyerLimit limit,
            RoomPasses passes) {
        this.bookings = bookings;
        this.known = known;
        this.watches = watches;
        this.tags = tags;
        this.limit = limit;
        this.passes = passes;
    }

    /** Answers when the seats are held or refused, or after the wait: 2 s, or what is preferred. */
    @Answers(
            value = {
                "201 Location Preference-Applied?",
                "202 Location Retry-After Preference-Applied?",
                "400 schedule-missing invalid-field seats-missing too-many-seats duplicate-seats"
                        + " invalid-seat seats-and-best invalid-quantity invalid-section"
                        + " invalid-grade invalid-budget invalid-presale-code",
                Refusals.CANCELED_403,
                Refusals.CANCELED_404,
                Refusals.CANCELED_409,
                Refusals.CANCELED_422,
                "429 too-many-presale-codes Retry-After",
                Refusals.CANCELED_503
            },
            example =
                    """
                    {"scheduleId": "winter-serenade-1", "seats": ["A-1-1", "A-1-2"]}
                    """)
    @PostMapping
    ResponseEntity<BookingView> book(
            BuyerId buyer,
            IdempotencyKey key,
            PreferredWait prefer,
            @RequestHeader(name = RoomPass.HEADER, required = false) @Nullable String pass,
            @RequestBody BookRequest request,
            HttpServletRequest connection) {
        limit.admit(buyer);
        var checked = request.checked();
        var passId = pass == null ? null : passes.read(pass, buyer, checked.scheduleId()).passId();
        var id = BookingId.of(buyer, key.value());
        if (checked.presaleCodeHash() != null) {
            limit.admitPresaleCode(buyer, connection.getRemoteAddr());
        }
        var begun = System.nanoTime();
        var answer =
                bookings.book(
                        buyer, key, checked, passId, prefer.said().orElse(PreferredWait.LONGEST));
        var left = prefer.said().map(wait -> wait.minusNanos(System.nanoTime() - begun));
        if (answer.isPresent() || left.filter(Duration::isPositive).isEmpty()) {
            return prefer.keptBy(booked(id, answer));
        }
        var watch = watches.enter(buyer);
        if (watch.isEmpty()) {
            return booked(id, answer);
        }
        try (var place = watch.get()) {
            place.until(id, left.get(), seen -> seen.status() != BookingStatus.RESERVING);
        }
        return prefer.keptBy(booked(id, bookings.book(buyer, key, checked, passId, Duration.ZERO)));
    }

    private static ResponseEntity<BookingView> booked(
            BookingId id, Optional<BookingSnapshot> answer) {
        return answer.map(BookingAnswers::created)
                .orElseGet(() -> BookingAnswers.underWay(id, BookingStatus.RESERVING));
    }

    /** With a wait and the ETag that is known, answers when the booking is another. */
    @Answers({
        "200 ETag Preference-Applied?",
        "304 ETag Preference-Applied?",
        "404 booking-not-found",
        "429 too-many-waits"
    })
    @GetMapping("/{id}")
    ResponseEntity<BookingView> show(
            BuyerId buyer,
            PreferredWait prefer,
            @Parameter(example = "aa5724f8-3305-3f4b-b2b8-aea8b0465f2e") @PathVariable String id,
            @RequestHeader(HttpHeaders.AUTHORIZATION) String authorization,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false)
                    @Nullable String seen) {
        limit.admit(buyer);
        var booking = KnownBookings.id(id);
        var now = known.find(buyer, booking, authorization);
        if (prefer.said().isEmpty() || now.status().isFinal() || !tags.isOf(now, seen)) {
            return tags.tagged(now).body(now);
        }
        try (var watch = watches.enter(buyer).orElseThrow(Watches::full)) {
            var later =
                    watch.until(
                                    booking,
                                    prefer.said().get(),
                                    next -> !tags.isOf(BookingView.of(next), seen))
                            .map(BookingView::of)
                            .orElse(now);
            return prefer.keptBy(tags.tagged(later).body(later));
        }
    }

    @Answers(
            value = {
                "202 Location Retry-After",
                "200",
                "400 unknown-method invalid-payment-method invalid-points invalid-amount",
                "402 payment-declined",
                "404 booking-not-found",
                "409 still-reserving payment-in-flight too-many-attempts booking-confirmed"
                        + " Retry-After?",
                "422 amount-mismatch currency-mismatch",
                "429 too-many-cards",
                Refusals.CANCELED_403,
                Refusals.CANCELED_404,
                Refusals.CANCELED_409,
                Refusals.CANCELED_422,
                Refusals.CANCELED_503
            },
            example = "{\"method\": \"POINTS\"}")
    @PostMapping("/{id}/payment")
    ResponseEntity<BookingView> pay(
            BuyerId buyer,
            IdempotencyKey key,
            @Parameter(example = "aa5724f8-3305-3f4b-b2b8-aea8b0465f2e") @PathVariable String id,
            @RequestBody PayRequest request,
            HttpServletRequest connection) {
        limit.admit(buyer);
        var booking = KnownBookings.id(id);
        if (request.paymentMethodId() != null) {
            limit.admitCard(buyer, connection.getRemoteAddr());
        }
        return bookings.pay(booking, key, request.checkedFor(buyer))
                .map(answer ->
                        switch (answer) {
                            case PaymentAnswer.Paid paid -> BookingAnswers.shown(paid.booking());
                            case PaymentAnswer.NotCharged declined ->
                                    throw Refusals.declined(declined);
                            case PaymentAnswer.NothingToPay late ->
                                    throw Refusals.canceled(late.booking());
                        })
                .orElseGet(() -> BookingAnswers.underWay(booking, BookingStatus.PAYING));
    }
}
