/**
 * The front door: one origin for all services. It knows them by their paths and addresses alone,
 * and what holds for every request whatever it asks for: who may knock how often, how much may be
 * sent, how long an answer may take, what is said while a service is away. No code of a service may
 * come in here, and nothing that a service has to decide.
 */
@NullMarked
package boxoffice.gateway;

import org.jspecify.annotations.NullMarked;
