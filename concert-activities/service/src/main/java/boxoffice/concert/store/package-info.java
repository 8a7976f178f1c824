/**
 * The service's rows, behind public doors: {@link boxoffice.concert.store.SeatHolds} for what moves
 * seats; {@link boxoffice.concert.store.Concerts}, {@link boxoffice.concert.store.ConcertsFound},
 * {@link boxoffice.concert.store.SeatMaps} and {@link boxoffice.concert.store.FreeSeats} for what
 * everybody may read; and for promoters {@link boxoffice.concert.store.Venues}, {@link
 * boxoffice.concert.store.ConcertSetups}, {@link boxoffice.concert.store.ScheduleSetups} and {@link
 * boxoffice.concert.store.SeatBlocks}. Each method that writes is one local transaction. All SQL is
 * here, and nothing that is not about rows.
 */
@NullMarked
package boxoffice.concert.store;

import org.jspecify.annotations.NullMarked;
