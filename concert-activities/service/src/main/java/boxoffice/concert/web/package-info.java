/**
 * What anybody may read of concerts, dates and seats, as REST. It shows whether a seat can be had,
 * never who has it; nothing in here moves a seat.
 */
@NullMarked
package boxoffice.concert.web;

import org.jspecify.annotations.NullMarked;
