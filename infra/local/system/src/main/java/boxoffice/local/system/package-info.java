/**
 * The whole of Boxoffice on one machine: both servers, the token issuer, the sandbox card provider,
 * the five services and the gateway, each a process of its own, as they are in production. It knows
 * the services' names, ports and jars and nothing of their code, so that it starts exactly what
 * ships; no class of a service and no framework may come in.
 */
@NullMarked
package boxoffice.local.system;

import org.jspecify.annotations.NullMarked;
