/**
 * The one room of this service that calls outside: the port to a card provider, its adapter, and
 * what the provider tells by itself. The provider's own types stay in here; whether money counts as
 * taken is decided in the other rooms, by the payment's row.
 */
@NullMarked
package boxoffice.payment.provider;

import org.jspecify.annotations.NullMarked;
