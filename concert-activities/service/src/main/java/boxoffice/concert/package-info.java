/**
 * The concert service as a process: its main class and what Spring has to be told. Concerts,
 * venues, schedules and seats are this service's, and so is every decision about a seat; rules and
 * SQL live in the rooms below, nothing of them comes in here.
 */
@NullMarked
package boxoffice.concert;

import org.jspecify.annotations.NullMarked;
