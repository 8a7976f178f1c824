package boxoffice.local.servers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/** TCP ports of the loopback interface. */
public final class Ports {
    private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();
    private static final String LISTENING = "0A";
    private static final int LOWEST_GIVEN = 20_000;
    private static final int HIGHEST_GIVEN = 32_767;
    private static final int TRIES_MAX = 1_000;

    private Ports() {}

    /**
     * Who listens on a port.
     *
     * @param command its command line, shortened
     */
    public record Holder(long pid, String command) {
        @Override
        public String toString() {
            return "process " + pid + " (" + command + ")";
        }
    }

    /**
     * A port that nobody listens on now; never the same twice from one JVM. It is none of those
     * that the system gives to connections that go out (from 32768 on Linux, from 49152 elsewhere):
     * one of them could be taken between this answer and its use.
     *
     * @throws IllegalStateException where none is found
     */
    public static int free() {
        return ThreadLocalRandom.current()
                .ints(TRIES_MAX, LOWEST_GIVEN, HIGHEST_GIVEN + 1)
                .filter(port -> isFree(port) && GIVEN.add(port))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalStateException(
                                "no port from "
                                        + LOWEST_GIVEN
                                        + " to "
                                        + HIGHEST_GIVEN
                                        + " is free"));
    }

    public static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    /** The process that listens there; empty where none does or the system does not tell. */
    public static Optional<Holder> holder(int port) {
        return Stream.of("/proc/net/tcp", "/proc/net/tcp6")
                .flatMap(table -> listeningSockets(Path.of(table), port))
                .flatMap(inode -> owner("socket:[" + inode + "]").stream())
                .findFirst();
    }

    private static Stream<String> listeningSockets(Path table, int port) {
        var suffix = String.format(":%04X", port);
        try {
            return Files.readAllLines(table).stream()
                    .map(line -> line.strip().split("\\s+"))
                    .filter(cell -> cell.length > 9)
                    .filter(cell -> cell[1].endsWith(suffix) && cell[3].equals(LISTENING))
                    .map(cell -> cell[9]);
        } catch (IOException e) {
            return Stream.empty();
        }
    }

    private static Optional<Holder> owner(String socket) {
        return ProcessHandle.allProcesses()
                .map(ProcessHandle::pid)
                .filter(pid -> holds(pid, socket))
                .map(pid -> new Holder(pid, commandOf(pid)))
                .findFirst();
    }

    private static boolean holds(long pid, String socket) {
        try (var descriptors = Files.list(Path.of("/proc", Long.toString(pid), "fd"))) {
            return descriptors.anyMatch(descriptor -> pointsTo(descriptor, socket));
        } catch (IOException | UncheckedIOException e) {
            // Somebody else's process, or one that has just ended.
            return false;
        }
    }

    private static boolean pointsTo(Path descriptor, String socket) {
        try {
            return Files.readSymbolicLink(descriptor).toString().equals(socket);
        } catch (IOException e) {
            return false;
        }
    }

    private static String commandOf(long pid) {
        try {
            var line =
                    new String(
                                    Files.readAllBytes(
                                            Path.of("/proc", Long.toString(pid), "cmdline")),
                                    UTF_8)
                            .replaceAll("[\\s\0]+", " ")
                            .strip();
            return line.length() > 200 ? line.substring(0, 200) + "…" : line;
        } catch (IOException e) {
            return "gone";
        }
    }
}
