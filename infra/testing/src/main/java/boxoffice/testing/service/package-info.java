/**
 * Runs one service for its own tests: its main class in this JVM, on a fresh database, over real
 * HTTP with real tokens. Which service, what is asked of it and what it should answer is known by
 * the tests of that service alone.
 */
@NullMarked
package boxoffice.testing.service;

import org.jspecify.annotations.NullMarked;
