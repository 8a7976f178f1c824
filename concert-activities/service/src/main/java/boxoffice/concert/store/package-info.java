/**
 * The service's rows, behind two public doors: {@link boxoffice.concert.store.SeatHolds} for what
 * moves seats, each method one local transaction, and {@link boxoffice.concert.store.Concerts} for
 * what is only read. All SQL is here, and nothing that is not about rows.
 */
@NullMarked
package boxoffice.concert.store;

import org.jspecify.annotations.NullMarked;
