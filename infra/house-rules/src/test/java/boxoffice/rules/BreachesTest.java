package boxoffice.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sees every rule fail, in a small house of planted classes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BreachesTest {

    private static final Rooms ROOMS = new Rooms("planted");

    private static final Map<String, ArchRule> RULES = HouseRules.of(ROOMS);

    /**
     * One class that breaks a rule.
     *
     * @param body members of the class
     */
    record Breach(String rule, String room, String name, String body) {
        String className() {
            return room + "." + name;
        }

        String source() {
            return "package %s; public class %s { %s }".formatted(room, name, body);
        }

        @Override
        public String toString() {
            return rule + ": " + body;
        }
    }

    private JavaClasses planted = new ClassFileImporter().importPackages("nothing.yet");

    @BeforeAll
    void plant(@TempDir Path folder) throws IOException {
        var sources = new HashMap<String, String>();
        for (var room : ROOMS.all()) {
            sources.put(room + ".Thing", "package " + room + "; public class Thing {}");
        }
        breaches().forEach(breach -> sources.put(breach.className(), breach.source()));
        Compiled.into(folder, sources);
        planted = new ClassFileImporter().importPath(folder);
    }

    @ParameterizedTest
    @MethodSource("breaches")
    void isSeen(Breach breach) {
        var rule = Objects.requireNonNull(RULES.get(breach.rule()), "no rule of this name");
        assertThat(rule.evaluate(planted).getFailureReport().getDetails())
                .anySatisfy(detail -> assertThat(detail).contains(breach.className()));
    }

    @Test
    void leavesNoRuleWithoutABreach() {
        assertThat(breaches().map(Breach::rule)).containsAll(RULES.keySet());
    }

    static Stream<Breach> breaches() {
        var all = new ArrayList<Breach>();
        for (var service : Rooms.SERVICES) {
            all.addAll(inService(service));
        }
        for (var service : Rooms.DOMAIN_SERVICES) {
            all.add(
                    breach(
                            service + "'s domain is plain Java",
                            ROOMS.room(service, "domain"),
                            "planted.%s.store.Thing store;".formatted(service)));
        }
        all.addAll(inRooms());
        all.addAll(inLibraries());
        all.addAll(inSaga());
        var named = new ArrayList<Breach>();
        for (var i = 0; i < all.size(); i++) {
            var one = all.get(i);
            var name = one.name().isEmpty() ? "Breach" + i : one.name();
            named.add(new Breach(one.rule(), one.room(), name, one.body()));
        }
        return named.stream();
    }

    private static Breach breach(String rule, String room, String body) {
        return new Breach(rule, room, "", body);
    }

    private static List<Breach> inService(String service) {
        var other = service.equals("queue") ? "order" : "queue";
        var contract = service + "'s contract knows the kernel and annotations alone";
        return List.of(
                breach(contract, ROOMS.room(service, "contract"), "java.sql.Connection rows;"),
                breach(
                        contract,
                        ROOMS.room(service, "contract"),
                        "org.springframework.context.ApplicationContext context;"),
                breach(
                        service + " knows no other service",
                        ROOMS.room(service),
                        "planted.%s.web.Thing other;".formatted(other)),
                breach(
                        service + " knows no other service",
                        ROOMS.room(service),
                        service.equals("booking")
                                ? "planted.order.store.Thing other;"
                                : "planted.%s.contract.Thing other;".formatted(other)));
    }

    private static List<Breach> inRooms() {
        return List.of(
                breach("booking has no database", "planted.booking.web", "java.sql.Driver d;"),
                breach(
                        "booking has no database",
                        "planted.booking",
                        "org.springframework.jdbc.core.JdbcTemplate rows;"),
                breach(
                        "booking's web speaks to the saga through its contract",
                        "planted.booking.web",
                        "planted.booking.saga.Thing saga;"),
                breach(
                        "store knows its domain, neither activity nor web nor contract",
                        "planted.concert.store",
                        "planted.concert.contract.Thing message;"),
                breach(
                        "activity knows neither web nor tables",
                        "planted.order.activity",
                        "org.springframework.jdbc.core.simple.JdbcClient rows;"),
                breach(
                        "web knows neither activities nor contract nor tables",
                        "planted.payment.web",
                        "planted.payment.activity.Thing activity;"));
    }

    private static List<Breach> inLibraries() {
        return List.of(
                breach("the kernel is plain Java", "planted.kernel", "org.slf4j.Logger log;"),
                breach(
                        "libraries know no service",
                        "planted.persistence",
                        "planted.concert.domain.Thing seat;"),
                breach(
                        "libraries that ship know nothing of tests and of the local system",
                        "planted.web",
                        "planted.testing.Thing test;"),
                breach(
                        "the launcher is plain Java and sees services as processes",
                        "planted.local.system",
                        "planted.queue.web.Thing inside;"),
                breach(
                        "the gateway knows nobody's code but the web conventions",
                        "planted.gateway",
                        "planted.order.contract.Thing inside;"),
                breach(
                        "the gateway knows nobody's code but the web conventions",
                        "planted.gateway",
                        "java.sql.Connection rows;"),
                breach(
                        "nobody knows the gateway's code",
                        "planted.local.system",
                        "planted.gateway.Thing door;"),
                breach(
                        "the sandbox provider stands outside the house",
                        "planted.sandbox",
                        "planted.kernel.Thing inside;"),
                breach(
                        "Stripe's own types stay in payment's provider room",
                        "planted.payment.store",
                        "com.stripe.model.Refund refund;"),
                breach(
                        "libraries and the gateway do not know the word seat",
                        "planted.temporal",
                        "int freeSeats() { return 0; }"),
                new Breach(
                        "no class is a Dto, Model, Util, Manager or Helper",
                        "planted.order.domain",
                        "OrderManager",
                        ""),
                // None of the planted packages has a package-info.
                breach(
                        "every package says why it exists and is null-marked",
                        "planted.order.domain",
                        ""));
    }

    private static List<Breach> inSaga() {
        var company = "the saga knows contracts and the workflow SDK alone";
        var things = "the saga has no clock, random, thread or log factory";
        var calls = "the saga asks neither time nor chance";
        return Stream.of(
                        List.of(company, "org.springframework.context.ApplicationContext context;"),
                        List.of(company, "java.io.File file;"),
                        List.of(company, "java.net.http.HttpClient client;"),
                        List.of(company, "planted.booking.web.Thing edge;"),
                        List.of(company, "io.temporal.client.WorkflowClient client;"),
                        List.of(things, "java.time.Clock clock;"),
                        List.of(things, "Thread thread;"),
                        List.of(things, "java.util.Random random;"),
                        List.of(things, "java.util.concurrent.locks.ReentrantLock lock;"),
                        List.of(things, "long now() { return System.currentTimeMillis(); }"),
                        List.of(
                                things,
                                "Object log() { return org.slf4j.LoggerFactory.getLogger(\"\"); }"),
                        List.of(calls, "Object now() { return java.time.Instant.now(); }"),
                        List.of(calls, "Object today() { return java.time.LocalDate.now(); }"),
                        List.of(calls, "double dice() { return Math.random(); }"),
                        List.of(calls, "Object id() { return java.util.UUID.randomUUID(); }"),
                        List.of(
                                "the saga keeps no set or map without an order",
                                "Object all() { return java.util.Set.of(1, 2); }"))
                .map(one -> breach(one.getFirst(), "planted.booking.saga", one.getLast()))
                .toList();
    }
}
