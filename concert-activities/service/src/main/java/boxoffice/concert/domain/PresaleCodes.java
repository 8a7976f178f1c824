package boxoffice.concert.domain;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Policy: before the general sale, seats go to those who have a code of the presale that is open;
 * so many in all, and so many by one code.
 *
 * @param presaleId the presale that is open
 * @param seatsTaken held and bought under it
 * @param codeSeatsTaken held and bought by the buyer's code; null where it is no code of this
 *     presale, or there is none
 */
public record PresaleCodes(
        String presaleId,
        int quota,
        int seatsTaken,
        int codeSeatsMax,
        @Nullable Integer codeSeatsTaken) {

    /** Why so many seats cannot be had under this presale, if they cannot. */
    public Optional<Refusal> refusal(int asked, @Nullable String codeHash) {
        if (codeHash == null) {
            return Optional.of(Refusal.of(Refusal.Reason.PRESALE_CODE_REQUIRED));
        }
        if (codeSeatsTaken == null) {
            return Optional.of(Refusal.of(Refusal.Reason.PRESALE_CODE_INVALID));
        }
        var ofCode = codeSeatsMax - codeSeatsTaken;
        var ofAll = quota - seatsTaken;
        if (ofAll < asked && ofAll <= ofCode) {
            return Optional.of(
                    refused(Refusal.Reason.PRESALE_SOLD_OUT, quota, Math.min(ofAll, ofCode)));
        }
        return ofCode < asked
                ? Optional.of(
                        refused(
                                Refusal.Reason.PRESALE_CODE_USED_UP,
                                codeSeatsMax,
                                Math.min(ofAll, ofCode)))
                : Optional.empty();
    }

    private static Refusal refused(Refusal.Reason reason, int limit, int remaining) {
        return Refusal.of(reason, PolicyLimit.of(PresaleCodes.class, limit, remaining));
    }
}
