@NullMarked
package boxoffice.payment.provider;

import org.jspecify.annotations.NullMarked;
