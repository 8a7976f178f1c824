package boxoffice.rules;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Who may know whom, by name of the rule. */
final class Arrows {

    private static final String JDK = "java..";
    private static final String NULLNESS = "org.jspecify..";

    /** Everything by which a row could be reached. */
    static final String[] DATABASE = {
        "java.sql..",
        "javax.sql..",
        "org.springframework.jdbc..",
        "org.springframework.data..",
        "org.springframework.transaction..",
        "liquibase..",
        "com.mysql..",
        "com.zaxxer..",
    };

    private final Rooms rooms;
    private final Map<String, ArchRule> rules = new LinkedHashMap<>();

    private Arrows(Rooms rooms) {
        this.rooms = rooms;
    }

    static Map<String, ArchRule> of(Rooms rooms) {
        var arrows = new Arrows(rooms);
        arrows.contracts();
        arrows.services();
        arrows.domainRooms();
        arrows.libraries();
        arrows.gateway();
        arrows.cardProviders();
        return arrows.rules;
    }

    private void contracts() {
        for (var service : Rooms.SERVICES) {
            rules.put(
                    service + "'s contract knows the kernel and annotations alone",
                    classes()
                            .that()
                            .resideInAPackage(rooms.under(service, "contract"))
                            .should()
                            .onlyDependOnClassesThat()
                            .resideInAnyPackage(
                                    rooms.under(service, "contract"),
                                    rooms.under("kernel"),
                                    "io.temporal.activity..",
                                    "io.temporal.workflow..",
                                    "io.temporal.common..",
                                    "com.fasterxml.jackson.annotation..",
                                    "java.lang..",
                                    "java.util..",
                                    "java.time..",
                                    NULLNESS));
        }
    }

    private void services() {
        for (var service : Rooms.SERVICES) {
            var others = Rooms.SERVICES.stream().filter(name -> !name.equals(service)).toList();
            var strangers =
                    resideInAnyPackage(rooms.whole(others))
                            .or(
                                    resideInAnyPackage(
                                            rooms.under("local"),
                                            rooms.under("testing"),
                                            rooms.under("sandbox"),
                                            rooms.under("rules")));
            // The saga is what the contracts are for; nobody else may know another's.
            var forbidden =
                    service.equals("booking")
                            ? strangers.and(not(resideInAnyPackage(rooms.each(others, "contract"))))
                            : strangers;
            rules.put(
                    service + " knows no other service",
                    noClasses()
                            .that()
                            .resideInAPackage(rooms.under(service))
                            .should()
                            .dependOnClassesThat(forbidden));
        }
        rules.put(
                "booking has no database",
                noClasses()
                        .that()
                        .resideInAPackage(rooms.under("booking"))
                        .should()
                        .dependOnClassesThat(
                                resideInAnyPackage(DATABASE)
                                        .or(resideInAPackage(rooms.under("persistence")))));
    }

    private void domainRooms() {
        var services = Rooms.DOMAIN_SERVICES;
        for (var service : services) {
            rules.put(
                    service + "'s domain is plain Java",
                    classes()
                            .that()
                            .resideInAPackage(rooms.under(service, "domain"))
                            .should()
                            .onlyDependOnClassesThat()
                            .resideInAnyPackage(
                                    rooms.under(service, "domain"),
                                    rooms.under("kernel"),
                                    "java.lang..",
                                    "java.util..",
                                    "java.time..",
                                    "java.math..",
                                    NULLNESS));
        }
        rules.put(
                "store knows its domain, neither activity nor web nor contract",
                noClasses()
                        .that()
                        .resideInAnyPackage(rooms.each(services, "store"))
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                roomsOfAll("activity", "web", "contract", "io.temporal")));
        rules.put(
                "activity knows neither web nor tables",
                noClasses()
                        .that()
                        .resideInAnyPackage(rooms.each(services, "activity"))
                        .should()
                        .dependOnClassesThat(
                                resideInAnyPackage(roomsOfAll("web"))
                                        .or(resideInAnyPackage(DATABASE))));
        rules.put(
                "web knows neither activities nor contract nor tables",
                noClasses()
                        .that()
                        .resideInAnyPackage(rooms.each(services, "web"))
                        .should()
                        .dependOnClassesThat(
                                resideInAnyPackage(roomsOfAll("activity", "contract"))
                                        .or(resideInAnyPackage(DATABASE))
                                        .or(resideInAPackage("io.temporal.."))));
        rules.put(
                "booking's web speaks to the saga through its contract",
                noClasses()
                        .that()
                        .resideInAPackage(rooms.under("booking", "web"))
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage(rooms.under("booking", "saga")));
    }

    /** The named rooms of all domain services; a name with a dot is a foreign package. */
    private String[] roomsOfAll(String... names) {
        return Stream.of(names)
                .flatMap(name ->
                        name.contains(".")
                                ? Stream.of(name + "..")
                                : Stream.of(rooms.each(Rooms.DOMAIN_SERVICES, name)))
                .toArray(String[]::new);
    }

    private void libraries() {
        rules.put(
                "the kernel is plain Java",
                classes()
                        .that()
                        .resideInAPackage(rooms.under("kernel"))
                        .should()
                        .onlyDependOnClassesThat()
                        .resideInAnyPackage(
                                rooms.under("kernel"),
                                JDK,
                                "com.fasterxml.jackson.annotation..",
                                NULLNESS));
        var libraries = List.of("kernel", "temporal", "persistence", "web", "testing");
        rules.put(
                "libraries know no service",
                noClasses()
                        .that()
                        .resideInAnyPackage(rooms.whole(libraries))
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(rooms.whole(Rooms.SERVICES)));
        rules.put(
                "libraries that ship know nothing of tests and of the local system",
                noClasses()
                        .that()
                        .resideInAnyPackage(rooms.whole(Rooms.LIBRARIES))
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                rooms.under("testing"),
                                rooms.under("local"),
                                rooms.under("sandbox"),
                                rooms.under("rules"),
                                "io.temporal.testing..",
                                "org.junit.."));
        rules.put(
                "the launcher is plain Java and sees services as processes",
                noClasses()
                        .that()
                        .resideInAPackage(rooms.under("local"))
                        .should()
                        .dependOnClassesThat(
                                resideInAnyPackage(rooms.whole(Rooms.SERVICES))
                                        .or(
                                                resideInAnyPackage(
                                                        rooms.under("sandbox"),
                                                        "org.springframework.."))));
    }

    private void gateway() {
        rules.put(
                "the gateway knows nobody's code but the web conventions",
                noClasses()
                        .that()
                        .resideInAPackage(rooms.under("gateway"))
                        .should()
                        .dependOnClassesThat(
                                resideInAPackage(rooms.root() + "..")
                                        .and(
                                                not(
                                                        resideInAnyPackage(
                                                                rooms.under("gateway"),
                                                                rooms.under("web"))))
                                        .or(resideInAnyPackage(DATABASE))
                                        .or(resideInAPackage("io.temporal.."))));
        rules.put(
                "nobody knows the gateway's code",
                noClasses()
                        .that()
                        .resideInAPackage(rooms.root() + "..")
                        .and()
                        .resideOutsideOfPackage(rooms.under("gateway"))
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage(rooms.under("gateway")));
    }

    private void cardProviders() {
        rules.put(
                "the sandbox provider stands outside the house",
                classes()
                        .that()
                        .resideInAPackage(rooms.under("sandbox"))
                        .should()
                        .onlyDependOnClassesThat()
                        .resideInAnyPackage(
                                rooms.under("sandbox"),
                                JDK,
                                "javax.crypto..",
                                "com.sun.net.httpserver..",
                                "tools.jackson..",
                                "org.slf4j..",
                                NULLNESS));
        rules.put(
                "Stripe's own types stay in payment's provider room",
                noClasses()
                        .that()
                        .resideInAPackage(rooms.root() + "..")
                        .and()
                        .resideOutsideOfPackage(rooms.under("payment", "provider"))
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("com.stripe.."));
    }
}
