package boxoffice.web;

import boxoffice.kernel.BuyerId;
import boxoffice.kernel.ScheduleId;
import java.util.UUID;

/**
 * A pass of a waiting room, its signature checked: a JWT whose {@code sub} is the buyer, {@code
 * jti} the entry that was let in. Who shows it must be that buyer, so that a copy is worth nothing;
 * whether it is still free, the queue's database alone knows.
 */
public record RoomPass(UUID passId, BuyerId buyerId, ScheduleId scheduleId) {

    /** The header in which a buyer shows it. */
    public static final String HEADER = "Boxoffice-Pass";

    /** The {@code typ} that no other token has. */
    public static final String TYPE = "boxoffice-pass+jwt";

    /** The {@code aud}: no access token is taken for a pass, nor a pass for one. */
    public static final String AUDIENCE = "boxoffice-booking";

    /** The claim that names the schedule. */
    public static final String SCHEDULE = "schedule";
}
