/**
 * The service's rows, behind public doors: {@link boxoffice.concert.store.SeatHolds} for what moves
 * seats, each method one local transaction, and {@link boxoffice.concert.store.Concerts}, {@link
 * boxoffice.concert.store.ConcertsFound}, {@link boxoffice.concert.store.SeatMaps} and {@link
 * boxoffice.concert.store.FreeSeats} for what everybody may read. All SQL is here, and nothing that
 * is not about rows.
 */
@NullMarked
package boxoffice.concert.store;

import org.jspecify.annotations.NullMarked;
