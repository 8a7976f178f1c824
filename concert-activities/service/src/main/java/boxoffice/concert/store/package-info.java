/**
 * The service's rows, behind a few public doors: {@link boxoffice.concert.store.SeatHolds} for what
 * moves seats, {@link boxoffice.concert.store.Concerts} for what anybody reads, and for promoters
 * {@link boxoffice.concert.store.Venues}, {@link boxoffice.concert.store.ConcertSetups}, {@link
 * boxoffice.concert.store.ScheduleSetups} and {@link boxoffice.concert.store.SeatBlocks}. Each
 * method that writes is one local transaction. All SQL is here, and nothing that is not about rows.
 */
@NullMarked
package boxoffice.concert.store;

import org.jspecify.annotations.NullMarked;
