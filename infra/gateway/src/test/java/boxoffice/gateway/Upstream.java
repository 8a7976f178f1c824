package boxoffice.gateway;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * What stands behind the door, down to the bytes: it reads requests and answers each as it was last
 * told, also by silence or by half an answer, which no well-bred server would do.
 */
final class Upstream implements AutoCloseable {

    /** One that was read, as it came. */
    record Received(String line, List<String> head, String body) {

        /** Empty where there is none. */
        String header(String name) {
            return head.stream()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ":"))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst()
                    .orElse("");
        }
    }

    /** What is done with a connection once a request is read. */
    interface Behaviour {
        void answer(Socket client) throws IOException, InterruptedException;
    }

    private final ServerSocket socket;
    private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();
    private final Set<Socket> clients = ConcurrentHashMap.newKeySet();
    private volatile Behaviour behaviour = says("200 OK", "application/json", "{}");

    Upstream() {
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::serve);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    void answersWith(Behaviour next) {
        behaviour = next;
    }

    static Behaviour says(String status, String type, String body) {
        var text =
                "HTTP/1.1 %s\r\nContent-Type: %s\r\nContent-Length: %d\r\nETag: \"one\"\r\n\r\n%s"
                        .formatted(status, type, body.length(), body);
        return client -> client.getOutputStream().write(text.getBytes(US_ASCII));
    }

    /** All that came since this was last asked. */
    List<Received> received() {
        var all = new ArrayList<Received>();
        received.drainTo(all);
        return all;
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                var client = socket.accept();
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        clients.add(client);
        try (client) {
            var input = new BufferedInputStream(client.getInputStream());
            for (var request = read(input); !request.line.isEmpty(); request = read(input)) {
                received.add(request);
                behaviour.answer(client);
            }
        } catch (SocketException e) {
            // The door has hung up.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Received read(InputStream input) throws IOException {
        var line = line(input);
        var head = new ArrayList<String>();
        for (var next = line(input); !next.isEmpty(); next = line(input)) {
            head.add(next);
        }
        var request = new Received(line, head, "");
        var length = request.header("content-length");
        if (!length.isEmpty()) {
            return new Received(
                    line, head, new String(input.readNBytes(Integer.parseInt(length)), US_ASCII));
        }
        return request.header("transfer-encoding").isEmpty()
                ? request
                : new Received(line, head, chunks(input));
    }

    private static String chunks(InputStream input) throws IOException {
        var body = new StringBuilder();
        for (var size = line(input); !size.equals("0") && !size.isEmpty(); size = line(input)) {
            body.append(new String(input.readNBytes(Integer.parseInt(size, 16)), US_ASCII));
            line(input);
        }
        line(input);
        return body.toString();
    }

    private static String line(InputStream input) throws IOException {
        var line = new ByteArrayOutputStream();
        for (var next = input.read(); next >= 0 && next != '\n'; next = input.read()) {
            line.write(next);
        }
        return line.toString(US_ASCII).strip();
    }

    @Override
    public void close() {
        try {
            socket.close();
            for (var client : clients) {
                client.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
