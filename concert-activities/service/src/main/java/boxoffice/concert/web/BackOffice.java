package boxoffice.concert.web;

import boxoffice.concert.domain.Flaw;
import boxoffice.concert.domain.Flaws;
import boxoffice.concert.domain.SeatState;
import boxoffice.concert.domain.SeatsChanged;
import boxoffice.kernel.PromoterId;
import boxoffice.persistence.Idempotency;
import boxoffice.web.ApiProblem;
import boxoffice.web.IdempotencyKey;
import boxoffice.web.Staff;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** What all that promoters ask for has in common: whose it is, once only, and how it is refused. */
@Component
class BackOffice {

    private static final Duration SOON = Duration.ofSeconds(1);

    private final Idempotency idempotency;

    BackOffice(Idempotency idempotency) {
        this.idempotency = idempotency;
    }

    /** Does it once, and answers a repeat under the key as the first was answered. */
    ResponseEntity<byte[]> once(
            Staff staff,
            IdempotencyKey key,
            String operation,
            Object request,
            Supplier<? extends ResponseEntity<?>> work) {
        return unlessBusy(() -> idempotency.once(staff.subject(), key, operation, request, work));
    }

    /**
     * Does what may be done again and again.
     *
     * @throws ApiProblem 409 busy where another's lock was not had in time, and nothing was done
     */
    <T> T unlessBusy(Supplier<T> work) {
        try {
            return work.get();
        } catch (PessimisticLockingFailureException e) {
            throw new ApiProblem(
                            HttpStatus.CONFLICT,
                            "busy",
                            "Somebody is changing the same just now, and nothing was done. Send the"
                                    + " request again.")
                    .retryAfter(SOON);
        }
    }

    /** Whose it must be; null for an operator, whom it does not matter. */
    static @Nullable PromoterId whose(Staff staff) {
        return staff.isOperator() ? null : staff.promoterId();
    }

    /**
     * @throws ApiProblem 400 with all flaws, where there is one
     */
    static void refuse(String code, Flaws flaws) {
        if (!flaws.isEmpty()) {
            throw flawed(code, flaws);
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record FlawView(@Nullable Integer line, String at, String code, String detail) {
        private static FlawView of(Flaw flaw) {
            return new FlawView(flaw.line(), flaw.at(), flaw.code(), flaw.what());
        }
    }

    static ApiProblem flawed(String code, Flaws flaws) {
        var shown = flaws.shown().stream().map(FlawView::of).toList();
        return new ApiProblem(
                        HttpStatus.BAD_REQUEST,
                        code,
                        "Nothing was done. Things that are wrong: {0}; the errors tell the first"
                                + " {1} of them. Put them right and send it again.",
                        flaws.count(),
                        Flaws.SHOWN_MAX)
                .with(Map.of("errors", shown, "errorCount", flaws.count()));
    }

    static ApiProblem idTaken(String at) {
        return new ApiProblem(
                HttpStatus.CONFLICT,
                "id-taken",
                "There is one of that {0} already. Choose another, or leave it out.",
                at);
    }

    /** Seats that a back office asked for and that are not as it needs them. */
    static ApiProblem inTheWay(SeatsChanged.Refused refused) {
        return new ApiProblem(
                        HttpStatus.CONFLICT,
                        "seats-in-the-way",
                        "Nothing was changed: the seats named are not as this needs them. Leave"
                                + " them out, or see to them first.")
                .with(Map.of("seats", refused.inTheWay().stream().map(SeatInTheWay::of).toList()));
    }

    /**
     * @param state UNKNOWN where the date has no such seat
     */
    record SeatInTheWay(String seatNo, String state) {
        private static SeatInTheWay of(SeatsChanged.InTheWay seat) {
            SeatState state = seat.state();
            return new SeatInTheWay(seat.seatNo(), state == null ? "UNKNOWN" : state.name());
        }
    }

    /** Texts of a body's list; none where it was left out, and a null in it is no text. */
    static List<String> texts(@Nullable List<@Nullable String> sent) {
        return sent == null
                ? List.of()
                : sent.stream().map(text -> text == null ? "" : text.strip()).toList();
    }
}
