/**
 * What a waiting room is, and how a booking uses a pass of one. Plain Java over the kernel: no
 * Spring, no SQL, no message of the contract.
 */
@NullMarked
package boxoffice.queue.domain;

import org.jspecify.annotations.NullMarked;
