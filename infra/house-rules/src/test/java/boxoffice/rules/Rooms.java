package boxoffice.rules;

import java.util.List;
import java.util.stream.Stream;

/**
 * The packages of the house under one root: {@code boxoffice} for the real one, another for the one
 * that the tests build to see the rules fail.
 */
record Rooms(String root) {

    /** Services with a database, all with the same rooms. */
    static final List<String> DOMAIN_SERVICES = List.of("concert", "order", "payment", "queue");

    static final List<String> SERVICES =
            Stream.concat(Stream.of("booking"), DOMAIN_SERVICES.stream()).toList();

    /** What services are built on, and which therefore knows nothing of what they sell. */
    static final List<String> LIBRARIES = List.of("kernel", "temporal", "persistence", "web");

    private static final List<String> DOMAIN_ROOMS = List.of("activity", "domain", "store", "web");

    /** The one package. */
    String room(String... path) {
        return root + "." + String.join(".", path);
    }

    /** The package and those below it, as ArchUnit writes it. */
    String under(String... path) {
        return room(path) + "..";
    }

    /** Every package that must not be empty, lest a rule checks nothing. */
    List<String> all() {
        return Stream.of(
                        LIBRARIES.stream().map(this::room),
                        Stream.of(
                                room("testing"),
                                room("local", "servers"),
                                room("local", "system"),
                                room("gateway"),
                                room("sandbox"),
                                room("payment", "provider"),
                                room("booking", "saga"),
                                room("booking", "activity"),
                                room("booking", "web")),
                        SERVICES.stream().map(this::room),
                        SERVICES.stream().map(service -> room(service, "contract")),
                        DOMAIN_SERVICES.stream()
                                .flatMap(service ->
                                        DOMAIN_ROOMS.stream().map(name -> room(service, name))))
                .flatMap(rooms -> rooms)
                .toList();
    }

    /** The same room of several services. */
    String[] each(List<String> services, String room) {
        return services.stream().map(service -> under(service, room)).toArray(String[]::new);
    }

    /** All that belongs to a service. */
    String[] whole(List<String> services) {
        return services.stream().map(this::under).toArray(String[]::new);
    }
}
