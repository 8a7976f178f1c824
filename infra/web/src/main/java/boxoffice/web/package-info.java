/**
 * What all REST edges share: who the buyer is, the Idempotency-Key, errors as RFC 9457 problem+json
 * with a stable code in the reader's language, and the OpenAPI document of it all. No path and no
 * business word of any service may come in here.
 */
@NullMarked
package boxoffice.web;

import org.jspecify.annotations.NullMarked;
