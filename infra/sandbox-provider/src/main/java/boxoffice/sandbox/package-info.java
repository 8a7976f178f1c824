/**
 * A card provider for machines that have none: it speaks the part of Stripe's API that the payment
 * service uses, keeps its books in memory, and misbehaves on request. It stands outside the house,
 * as the real one does, so nothing of Boxoffice may come in and no class of it may be used by what
 * ships; the two know each other by HTTP alone.
 */
@NullMarked
package boxoffice.sandbox;

import org.jspecify.annotations.NullMarked;
