/**
 * The rules of the house, checked over all of it: arrows and rooms by what the compiled classes
 * refer to, sizes by what the sources look like. Rules only; what a single service promises is
 * tested in its own module.
 */
@NullMarked
package boxoffice.rules;

import org.jspecify.annotations.NullMarked;
