package boxoffice.local.servers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A process in a session of its own, so that a Ctrl-C at the terminal does not reach it and whoever
 * started it decides the order in which things stop. Where the operating system can, the process is
 * told to end when the JVM that started it is gone, however that went.
 */
public final class Daemon implements AutoCloseable {

    /**
     * What to start.
     *
     * @param name for messages
     * @param line the program and its arguments
     * @param environment added to that of this JVM; a variable named here wins
     * @param log where both outputs go, appended
     */
    public record Command(
            String name, List<String> line, Map<String, String> environment, Path log) {
        public Command {
            line = List.copyOf(line);
            environment = Map.copyOf(environment);
        }
    }

    private static final Duration GRACE = Duration.ofSeconds(30);

    /**
     * The signal that a parent's death sends goes out when the starting <em>thread</em> ends, so
     * one thread that lives as long as the JVM starts them all.
     */
    private static final ExecutorService STARTER =
            Executors.newSingleThreadExecutor(
                    work -> Thread.ofPlatform().daemon().name("daemon-starter").unstarted(work));

    private final Command command;
    private final Process process;
    private volatile boolean toldToEnd;

    private Daemon(Command command, Process process) {
        this.command = command;
        this.process = process;
    }

    /**
     * Starts the process and returns at once.
     *
     * @throws UncheckedIOException where the program cannot be run or the log cannot be written
     */
    public static Daemon start(Command command) {
        try {
            Files.createDirectories(command.log().toAbsolutePath().getParent());
            var line = new ArrayList<>(sessionOfItsOwn());
            line.addAll(command.line());
            var builder =
                    new ProcessBuilder(line)
                            .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                            .redirectErrorStream(true)
                            .redirectOutput(
                                    ProcessBuilder.Redirect.appendTo(command.log().toFile()));
            builder.environment().putAll(command.environment());
            var process =
                    CompletableFuture.supplyAsync(() -> startUnchecked(builder), STARTER).join();
            return new Daemon(command, process);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + command.name(), e);
        } catch (CompletionException e) {
            throw new UncheckedIOException(
                    "cannot start " + command.name(), new IOException(e.getCause()));
        }
    }

    private static Process startUnchecked(ProcessBuilder builder) {
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Both programs replace themselves by the next, so the process id stays the started one. */
    private static List<String> sessionOfItsOwn() {
        var prefix = new ArrayList<String>();
        Executables.onPath("setpriv")
                .ifPresent(tool -> prefix.addAll(List.of(tool.toString(), "--pdeathsig", "TERM")));
        Executables.onPath("setsid").ifPresent(tool -> prefix.add(tool.toString()));
        return prefix;
    }

    public String name() {
        return command.name();
    }

    public Path log() {
        return command.log();
    }

    public long pid() {
        return process.pid();
    }

    public ProcessHandle handle() {
        return process.toHandle();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** The exit code once it has ended; 128 + n where signal n ended it. */
    public OptionalInt exitCode() {
        return process.isAlive() ? OptionalInt.empty() : OptionalInt.of(process.exitValue());
    }

    /**
     * Calls back once if it ends without having been told to, by {@link #stop} or {@link #kill}.
     */
    public void onDeath(Consumer<Daemon> mourner) {
        var _ =
                process.onExit()
                        .thenAccept(ended -> {
                            if (!toldToEnd) {
                                mourner.accept(this);
                            }
                        });
    }

    /** Asks it to end (SIGTERM), and ends it (SIGKILL) if it has not within the grace. */
    public void stop(Duration grace) {
        toldToEnd = true;
        process.destroy();
        if (!endedWithin(grace)) {
            kill();
        }
    }

    /** Ends it by SIGKILL and returns when it is gone. Again is harmless. */
    public void kill() {
        toldToEnd = true;
        process.destroyForcibly();
        if (!endedWithin(GRACE)) {
            throw new IllegalStateException(name() + " (process " + pid() + ") cannot be killed");
        }
    }

    private boolean endedWithin(Duration limit) {
        try {
            return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
            return true;
        }
    }

    /** The last lines of the log, which may hold those of an earlier run, too. */
    public List<String> lastLines(int lines) {
        try {
            // A log may end in the middle of a character.
            var all = new String(Files.readAllBytes(log()), UTF_8).lines().toList();
            return all.subList(Math.max(0, all.size() - lines), all.size());
        } catch (IOException e) {
            return List.of("(its log " + log() + " cannot be read: " + e.getMessage() + ")");
        }
    }

    @Override
    public void close() {
        stop(GRACE);
    }
}
