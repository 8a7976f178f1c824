package boxoffice.bench;

import static boxoffice.bench.Measuring.say;

import boxoffice.local.system.LocalSystem;
import boxoffice.local.system.Service;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Buyers who follow their place, each over a connection of its own: what one instance of the queue
 * service needs for thousands of them. What one more costs is what matters: a process may have so
 * many files open, and the local system's heap is small.
 */
public final class StreamsBench {

    private static final String ROOM = "city-lights-1";

    /** What the local system lets into one service: its connections, less those of others. */
    private static final int STREAMS = 3_900;

    private static final int STREAMS_OF_A_BUYER = 3;
    private static final int OPENERS = 8;
    private static final Duration LOOK = Duration.ofSeconds(40);

    private StreamsBench() {}

    /**
     * @param arguments as for {@link Bench}
     */
    public static void main(String[] arguments) {
        Measuring.main(arguments, StreamsBench::measure);
    }

    private static void measure(LocalSystem system, Path data) throws IOException, SQLException {
        var buyers = STREAMS / STREAMS_OF_A_BUYER;
        enter(system, buyers);
        var tokens = new String[buyers];
        var next = new AtomicInteger();
        Together.run(
                OPENERS,
                _ -> {
                    for (var n = next.getAndIncrement(); n < buyers; n = next.getAndIncrement()) {
                        tokens[n] = system.issuer().token("s-" + n);
                    }
                });
        say("%nbefore: %s", memory(system));
        var channels = new ArrayList<SocketChannel>();
        var opened = new AtomicInteger();
        Together.run(
                OPENERS,
                _ -> {
                    for (var n = opened.getAndIncrement();
                            n < buyers * STREAMS_OF_A_BUYER;
                            n = opened.getAndIncrement()) {
                        var channel = open(system, tokens[n % buyers], n % buyers);
                        synchronized (channels) {
                            channels.add(channel);
                        }
                    }
                });
        sleep(LOOK);
        say("%d streams: %s", channels.size(), memory(system));
        say("%d of them have said something", heard(channels));
        for (var channel : channels) {
            channel.close();
        }
        say("%nload at the end %s", Machine.load());
    }

    /** Straight into the rows; a room that lets nobody in. */
    private static void enter(LocalSystem system, int buyers) throws SQLException {
        try (var connection = system.sql(Service.QUEUE);
                var room = connection.createStatement();
                var entry =
                        connection.prepareStatement(
                                """
                                insert into entries (entry_id, schedule_id, buyer_id, state, live,
                                    joined_at, last_seen_at)
                                values (?, ?, ?, 'WAITING', 1, utc_timestamp(6), utc_timestamp(6))
                                """)) {
            room.execute(
                    """
                    insert into waiting_rooms (schedule_id, created_at, state, grace_seconds)
                    values ('%s', utc_timestamp(6), 'PAUSED', 3600)
                    """
                            .formatted(ROOM));
            for (var n = 0; n < buyers; n++) {
                entry.setString(1, id(n));
                entry.setString(2, ROOM);
                entry.setString(3, "s-" + n);
                entry.addBatch();
            }
            entry.executeBatch();
        }
    }

    private static String id(int buyer) {
        return "00000000-0000-4000-8000-%012d".formatted(buyer);
    }

    private static SocketChannel open(LocalSystem system, String token, int buyer) {
        var request =
                """
                GET /api/waiting-rooms/%s/entries/%s/events HTTP/1.1\r
                Host: 127.0.0.1\r
                Accept: text/event-stream\r
                Authorization: Bearer %s\r
                \r
                """
                        .formatted(ROOM, id(buyer), token);
        try {
            var channel = SocketChannel.open();
            channel.setOption(StandardSocketOptions.SO_RCVBUF, 8 * 1024);
            channel.connect(
                    new InetSocketAddress("127.0.0.1", system.address(Service.QUEUE).getPort()));
            channel.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
            return channel;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int heard(List<SocketChannel> channels) throws IOException {
        var heard = 0;
        var buffer = ByteBuffer.allocate(64 * 1024);
        for (var channel : channels) {
            channel.configureBlocking(false);
            buffer.clear();
            var read = channel.read(buffer);
            var said = read <= 0 ? "" : new String(buffer.array(), 0, read, StandardCharsets.UTF_8);
            heard += said.contains("event: ") ? 1 : 0;
        }
        return heard;
    }

    private static String memory(LocalSystem system) throws IOException {
        var status =
                Files.readAllLines(
                        Path.of("/proc", Long.toString(system.pid(Service.QUEUE)), "status"));
        return String.join(
                ", ",
                status.stream()
                        .filter(line -> line.startsWith("VmRSS") || line.startsWith("Threads"))
                        .map(line -> line.replaceAll("\\s+", " "))
                        .toList());
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
