@NullMarked
package boxoffice.booking.web;

import org.jspecify.annotations.NullMarked;
