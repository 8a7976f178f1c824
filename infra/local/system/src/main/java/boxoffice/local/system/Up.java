package boxoffice.local.system;

import boxoffice.local.servers.Ports;
import boxoffice.local.servers.ServerFailed;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * What a bare {@code ./mvnw} runs: the whole system until Ctrl-C, SIGTERM, a closed terminal, or
 * the end of the Maven that started it.
 */
public final class Up {
    private static final Duration STOP_LIMIT = Duration.ofMinutes(2);
    private static final Duration PARENT_LOOK = Duration.ofMillis(500);
    private static final String WITHOUT = "BOXOFFICE_WITHOUT";

    private final Instant begun = Instant.now();
    private final Thread main = Thread.currentThread();
    private final CountDownLatch ended = new CountDownLatch(1);

    private Up() {}

    /**
     * Runs until told to end; the exit code is 1 where the system could not start.
     *
     * @param arguments the repository's root folder
     */
    public static void main(String[] arguments) {
        var root = Path.of(arguments.length == 0 ? "" : arguments[0]).toAbsolutePath();
        System.exit(new Up().run(root, System.getenv()));
    }

    private int run(Path root, Map<String, String> environment) {
        endWithParent();
        // Everything is stopped by the main thread, in one place and one order.
        Runtime.getRuntime().addShutdownHook(new Thread(this::interruptAndWait, "stop"));
        try {
            upUntilTold(planOf(root, environment));
            return 0;
        } catch (Together.Interrupted e) {
            return 0;
        } catch (StartRefused | ServerFailed e) {
            say("\n" + e.getMessage() + "\n");
            return 1;
        } finally {
            ended.countDown();
        }
    }

    private void upUntilTold(Plan plan) {
        say("Boxoffice starts; its data and logs are in " + plan.data());
        // The lock first: whoever is just stopping here still holds the ports.
        try (var system = LocalSystem.start(plan, this::tell, () -> refuseTakenPorts(plan))) {
            System.out.println(new Welcome(system).text(Duration.between(begun, Instant.now())));
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                say("stopping");
            }
        }
        say("Boxoffice has stopped. ./mvnw starts it again where it was.");
    }

    private static Plan planOf(Path root, Map<String, String> environment) {
        return new Plan(
                root,
                root.resolve(".boxoffice"),
                PortPlan.of(environment),
                true,
                without(environment.getOrDefault(WITHOUT, "")),
                false);
    }

    private static Set<Service> without(String names) {
        var services = new LinkedHashSet<Service>();
        for (var name : names.toLowerCase(Locale.ROOT).split("[,\\s]+", -1)) {
            if (!name.isBlank()) {
                services.add(
                        Service.called(name)
                                .orElseThrow(() ->
                                        new StartRefused(
                                                WITHOUT
                                                        + " names "
                                                        + name
                                                        + ", which is no service")));
            }
        }
        return services;
    }

    private static void refuseTakenPorts(Plan plan) {
        var taken = new ArrayList<String>();
        for (var wanted : plan.ports().all()) {
            var left = Service.called(wanted.name().toLowerCase(Locale.ROOT));
            var ours = left.isEmpty() || !plan.without().contains(left.get());
            if (ours && !Ports.isFree(wanted.port())) {
                var holder =
                        Ports.holder(wanted.port())
                                .map(Ports.Holder::toString)
                                .orElse("a process that cannot be seen from here");
                taken.add(
                        "port %d is held by %s: end it, or choose another: %s=%d ./mvnw"
                                .formatted(wanted.port(), holder, wanted.variable(), Ports.free()));
            }
        }
        if (!taken.isEmpty()) {
            throw new StartRefused("Boxoffice cannot start:\n  " + String.join("\n  ", taken));
        }
    }

    /** Where Maven is killed nobody else would tell us. */
    private void endWithParent() {
        ProcessHandle.current()
                .parent()
                .ifPresent(parent ->
                        Thread.ofPlatform()
                                .daemon()
                                .name("parent-watch")
                                .start(() -> awaitEndOf(parent)));
    }

    private static void awaitEndOf(ProcessHandle parent) {
        try {
            while (parent.isAlive()) {
                Thread.sleep(PARENT_LOOK);
            }
            System.exit(0);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void interruptAndWait() {
        main.interrupt();
        try {
            if (!ended.await(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                say("not everything has stopped within " + STOP_LIMIT.toSeconds() + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell(String line) {
        var seconds = Duration.between(begun, Instant.now()).toMillis() / 1000.0;
        say("%6.1f s  %s".formatted(seconds, line));
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
