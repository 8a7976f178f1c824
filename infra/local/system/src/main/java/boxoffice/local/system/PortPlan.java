package boxoffice.local.system;

import boxoffice.local.servers.Ports;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Who listens where, all on the loopback interface.
 *
 * @param services one port for each of them
 */
public record PortPlan(
        int database,
        int temporal,
        int webUi,
        int issuer,
        int sandbox,
        Map<Service, Integer> services) {

    static final String VARIABLE = "BOXOFFICE_PORT_";

    public PortPlan {
        services = Map.copyOf(services);
    }

    /** One port of the plan with the name that its environment variable ends with. */
    record Named(String name, int port) {
        String variable() {
            return VARIABLE + name;
        }
    }

    /** The documented ports, each replaced by {@code BOXOFFICE_PORT_…} where that is set. */
    static PortPlan of(Map<String, String> environment) {
        var services = new EnumMap<Service, Integer>(Service.class);
        for (var service : Service.values()) {
            services.put(service, port(environment, service.name(), service.defaultPort()));
        }
        return new PortPlan(
                port(environment, "DATABASE", 3316),
                port(environment, "TEMPORAL", 7233),
                port(environment, "WEB_UI", 8233),
                port(environment, "ISSUER", 8090),
                port(environment, "SANDBOX", 8091),
                services);
    }

    private static int port(Map<String, String> environment, String name, int otherwise) {
        var chosen = environment.get(VARIABLE + name);
        if (chosen == null || chosen.isBlank()) {
            return otherwise;
        }
        try {
            var port = Integer.parseInt(chosen.strip());
            if (port > 0 && port < 65_536) {
                return port;
            }
        } catch (NumberFormatException e) {
            // Told below, with the rest that is no port.
        }
        throw new StartRefused(VARIABLE + name + " is " + chosen + ", which is no port");
    }

    /** Ports that nobody uses now, for tests. */
    public static PortPlan free() {
        var services = new EnumMap<Service, Integer>(Service.class);
        for (var service : Service.values()) {
            services.put(service, Ports.free());
        }
        return new PortPlan(
                Ports.free(), Ports.free(), Ports.free(), Ports.free(), Ports.free(), services);
    }

    public int of(Service service) {
        var port = services.get(service);
        if (port == null) {
            throw new IllegalStateException("no port for " + service.id());
        }
        return port;
    }

    List<Named> all() {
        var all = new ArrayList<Named>();
        all.add(new Named("DATABASE", database));
        all.add(new Named("TEMPORAL", temporal));
        all.add(new Named("WEB_UI", webUi));
        all.add(new Named("ISSUER", issuer));
        all.add(new Named("SANDBOX", sandbox));
        services.forEach((service, port) ->
                all.add(new Named(service.name().toUpperCase(Locale.ROOT), port)));
        return all;
    }
}
