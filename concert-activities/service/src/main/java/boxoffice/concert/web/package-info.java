/**
 * What anybody may read of concerts, dates and seats, and what promoters set up of them, as REST.
 * It shows whether a seat can be had, never who has it; nothing in here sells one.
 */
@NullMarked
package boxoffice.concert.web;

import org.jspecify.annotations.NullMarked;
