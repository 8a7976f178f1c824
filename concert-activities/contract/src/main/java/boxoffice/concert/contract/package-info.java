/**
 * What the saga may ask of the concert service, and what it answers: the activities and their
 * messages. Nothing of how seats are kept may come in here; the service is free to change it.
 */
@NullMarked
package boxoffice.concert.contract;

import org.jspecify.annotations.NullMarked;
