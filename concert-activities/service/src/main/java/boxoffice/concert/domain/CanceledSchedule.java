package boxoffice.concert.domain;

import boxoffice.kernel.PromoterId;
import java.time.Instant;

/** A schedule whose sale was stopped by its promoter, and since when. */
public record CanceledSchedule(PromoterId promoterId, Instant canceledAt) {}
