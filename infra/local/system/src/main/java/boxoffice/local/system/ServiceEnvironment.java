package boxoffice.local.system;

import boxoffice.local.servers.Database;
import boxoffice.local.servers.TemporalServer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What a service is told by its environment: all that differs between two machines. */
final class ServiceEnvironment {
    private ServiceEnvironment() {}

    /** What fits into the heap; further ones wait until one is closed. */
    private static final int CONNECTIONS_MAX = 4_000;

    static Map<String, String> of(
            Service service,
            Plan plan,
            Issuer issuer,
            CardProvider cards,
            Optional<Database> database) {
        var environment = new HashMap<String, String>();
        environment.put("SERVER_ADDRESS", "127.0.0.1");
        environment.put("SERVER_PORT", Integer.toString(plan.ports().of(service)));
        if (service.isCrowded()) {
            environment.put("SERVER_TOMCAT_MAX_CONNECTIONS", Integer.toString(CONNECTIONS_MAX));
        }
        if (service == Service.GATEWAY) {
            environment.putAll(forTheDoor(plan.ports()));
        } else {
            environment.put("BOXOFFICE_TRUSTED_PROXIES", "127.0.0.1");
        }
        environment.put("BOXOFFICE_TEMPORAL_TARGET", "127.0.0.1:" + plan.ports().temporal());
        environment.put("BOXOFFICE_TEMPORAL_NAMESPACE", TemporalServer.NAMESPACE);
        environment.put("SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_ISSUER_URI", issuer.issuerUri());
        environment.put(
                "SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_JWK_SET_URI", issuer.jwkSetUri());
        environment.put(
                "BOXOFFICE_BOOKING_ORDER_URL",
                "http://127.0.0.1:" + plan.ports().of(Service.ORDER));
        environment.put(
                "BOXOFFICE_QUEUE_CONCERT_URL",
                "http://127.0.0.1:" + plan.ports().of(Service.CONCERT));
        environment.put(
                "BOXOFFICE_PASS_KEYS_URL",
                "http://127.0.0.1:" + plan.ports().of(Service.QUEUE) + "/api/pass-keys");
        environment.put("BOXOFFICE_SAMPLE_DATA", Boolean.toString(plan.sampleData()));
        if (service == Service.PAYMENT) {
            environment.putAll(cards.forPayment());
        }
        database.ifPresent(own -> {
            environment.put("SPRING_DATASOURCE_URL", own.url());
            environment.put("SPRING_DATASOURCE_USERNAME", own.user());
            environment.put("SPRING_DATASOURCE_PASSWORD", own.password());
            environment.put("SPRING_LIQUIBASE_USER", own.owner());
            environment.put("SPRING_LIQUIBASE_PASSWORD", own.ownerPassword());
        });
        return environment;
    }

    /** On one machine all come from one address, and a test of it is not an attack. */
    private static Map<String, String> forTheDoor(PortPlan ports) {
        var environment = new HashMap<String, String>();
        for (var service : Service.behindTheDoor()) {
            environment.put(
                    "BOXOFFICE_GATEWAY_SERVICES_" + service.name(),
                    "http://127.0.0.1:" + ports.of(service));
        }
        environment.put("BOXOFFICE_GATEWAY_ADDRESS_RATE_PER_SECOND", "10000");
        environment.put("BOXOFFICE_GATEWAY_ADDRESS_RATE_BURST", "10000");
        return environment;
    }
}
