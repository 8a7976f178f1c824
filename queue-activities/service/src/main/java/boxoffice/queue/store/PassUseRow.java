package boxoffice.queue.store;

import boxoffice.kernel.BookingId;
import boxoffice.queue.domain.PassUse;
import boxoffice.queue.domain.PassUseState;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/** What a command looks at in a row of {@code pass_uses}. */
@Table("pass_uses")
record PassUseRow(
        @Id BookingId bookingId,
        PassUseState state,
        @Nullable String entryId,
        PassUse.@Nullable Refusal refusal,
        @Nullable BookingId blockedBy) {

    PassUse toUse() {
        return new PassUse(state, entryId != null, refusal, blockedBy);
    }
}
