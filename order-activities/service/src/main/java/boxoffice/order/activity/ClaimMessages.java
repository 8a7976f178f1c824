package boxoffice.order.activity;

import boxoffice.order.contract.CancellationQuote;
import boxoffice.order.contract.ClaimLines;
import boxoffice.order.contract.ClaimOutcome;
import boxoffice.order.contract.ClaimRefused;
import boxoffice.order.contract.ClaimedLine;
import boxoffice.order.contract.LinesClaimed;
import boxoffice.order.domain.CancellationCause;
import boxoffice.order.domain.CancellationRequest;
import boxoffice.order.domain.ClaimResult;
import boxoffice.order.domain.Quote;
import boxoffice.order.domain.Quote.QuotedLine;
import boxoffice.order.domain.QuoteResult;
import java.util.List;

/** The messages of a claim, to the domain and back. */
final class ClaimMessages {
    private ClaimMessages() {}

    /**
     * @throws IllegalArgumentException when the command breaks a rule of the domain
     */
    static CancellationRequest request(ClaimLines command) {
        return new CancellationRequest(
                command.bookingId(),
                command.buyerId(),
                command.cancellationId(),
                command.seatNos(),
                command.askedAt(),
                command.quotedFee(),
                switch (command.cause()) {
                    case BY_BUYER -> CancellationCause.BY_BUYER;
                    case BY_PROMOTER -> CancellationCause.BY_PROMOTER;
                },
                command.commandHash());
    }

    static ClaimOutcome outcome(ClaimResult result) {
        return switch (result) {
            case ClaimResult.Claimed(var schedule, var lines, var refund, var fee, var hash) ->
                    new LinesClaimed(schedule, claimed(lines), refund, fee, hash);
            case ClaimResult.NotClaimed(var why) ->
                    new ClaimRefused(
                            reason(why.reason()),
                            why.seatNos(),
                            why.quote() == null ? null : quote(why.quote()));
        };
    }

    private static CancellationQuote quote(Quote quote) {
        return new CancellationQuote(
                claimed(quote.lines()), quote.refund(), quote.fee(), quote.validUntil());
    }

    private static List<ClaimedLine> claimed(List<QuotedLine> lines) {
        return lines.stream()
                .map(line -> new ClaimedLine(line.seatNo(), line.price(), line.fee()))
                .toList();
    }

    private static ClaimRefused.Reason reason(QuoteResult.Reason reason) {
        return switch (reason) {
            case UNKNOWN_ORDER -> ClaimRefused.Reason.UNKNOWN_ORDER;
            case NOT_CONFIRMED -> ClaimRefused.Reason.NOT_CONFIRMED;
            case UNKNOWN_LINES -> ClaimRefused.Reason.UNKNOWN_LINES;
            case ALREADY_CANCELED -> ClaimRefused.Reason.ALREADY_CANCELED;
            case DISPUTED -> ClaimRefused.Reason.DISPUTED;
            case TOO_LATE -> ClaimRefused.Reason.TOO_LATE;
            case QUOTE_CHANGED -> ClaimRefused.Reason.QUOTE_CHANGED;
        };
    }
}
