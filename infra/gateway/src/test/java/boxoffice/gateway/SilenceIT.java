package boxoffice.gateway;

import static boxoffice.gateway.DoorIT.expectProblem;
import static boxoffice.gateway.Upstream.says;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the door says for a service that does not answer, or not to the end. */
class SilenceIT {

    private static final String EVENT = "data: admitted\n\n";

    private Door door = new Door("--boxoffice.gateway.stream-timeout=30s");

    @BeforeEach
    void warm() {
        door.getAs("mina", "/api/orders");
        door.behind(Destination.ORDER).received();
    }

    @AfterEach
    void close() {
        door.close();
    }

    @Test
    void saysThatAServiceIsGoneForItsOwnPathsAlone() {
        door.behind(Destination.ORDER).close();
        for (var i = 0; i < 10; i++) {
            var begun = System.nanoTime();
            var answer = door.getAs("mina", "/api/orders");
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(second());
            expectProblem(answer, 503, "service-unavailable");
            assertThat(answer.headers().firstValue("Retry-After")).contains("1");
        }
        assertThat(door.getAs("mina", "/api/bookings").statusCode()).isEqualTo(200);
        assertThat(door.get("/api/concerts").statusCode()).isEqualTo(200);
    }

    @Test
    void waitsForASlowServiceAsLongAsSaidAndThenNotForEverybody() throws Exception {
        door.behind(Destination.ORDER).answersWith(_ -> Thread.sleep(Duration.ofMinutes(1)));
        for (var i = 0; i < 4; i++) {
            var begun = System.nanoTime();
            var answer = door.getAs("mina", "/api/orders");
            expectProblem(answer, 504, "service-timeout");
            assertThat(answer.headers().firstValue("Retry-After")).contains("1");
            assertThat(Duration.ofNanos(System.nanoTime() - begun))
                    .isBetween(Duration.ofMillis(1400), Duration.ofMillis(2500));
        }
        expectProblem(door.getAs("mina", "/api/orders"), 503, "service-unavailable");
        assertThat(door.behind(Destination.ORDER).received()).hasSize(4);

        door.behind(Destination.ORDER).answersWith(says("200 OK", "application/json", "{}"));
        Thread.sleep(second());
        assertThat(door.getAs("mina", "/api/orders").statusCode()).isEqualTo(200);
    }

    @Test
    void sendsNothingTwice() {
        for (var destination : new Destination[] {Destination.BOOKING, Destination.CONCERT}) {
            door.behind(destination).answersWith(Socket::close);
        }
        var post =
                door.requestAs("mina", "/api/bookings")
                        .header("Idempotency-Key", "k")
                        .POST(BodyPublishers.ofString("{}"));
        expectProblem(Door.send(post), 503, "service-unavailable");
        expectProblem(door.get("/api/concerts"), 503, "service-unavailable");
        assertThat(door.behind(Destination.BOOKING).received()).hasSize(1);
        assertThat(door.behind(Destination.CONCERT).received()).hasSize(1);
    }

    @Test
    void findsAServiceThatWasStartedAgain() {
        var queue = door.behind(Destination.QUEUE);
        // It hangs up on the connection that was kept, as a server does that ends.
        queue.answersWith(client -> {
            says("200 OK", "application/json", "{}").answer(client);
            client.close();
        });
        for (var i = 0; i < 3; i++) {
            assertThat(door.get("/api/waiting-rooms/1").statusCode()).isEqualTo(200);
            pause(Duration.ofMillis(600));
        }
    }

    @Test
    void doesNotPassOffAPartForTheWhole() {
        var concert = door.behind(Destination.CONCERT);
        for (var head :
                new String[] {
                    "Content-Length: 100\r\n\r\n[1, 2",
                    "Transfer-Encoding: chunked\r\n\r\n5\r\n[1, 2"
                }) {
            concert.answersWith(client -> {
                client.getOutputStream().write(("HTTP/1.1 200 OK\r\n" + head).getBytes(US_ASCII));
                client.close();
            });
            assertThatThrownBy(() -> door.get("/api/concerts"))
                    .isInstanceOf(UncheckedIOException.class);
        }
        concert.answersWith(says("200 OK", "application/json", "{}"));
        assertThat(door.get("/api/concerts").statusCode()).isEqualTo(200);
    }

    @Test
    void letsEventsThroughOneByOneAndHangsUpWhenTheClientHasLeft() throws Exception {
        var left = new CountDownLatch(1);
        door.behind(Destination.QUEUE)
                .answersWith(client -> {
                    var output = client.getOutputStream();
                    output.write(
                            ("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n"
                                            + "Transfer-Encoding: chunked\r\n\r\n")
                                    .getBytes(US_ASCII));
                    try {
                        while (true) {
                            var chunk = Integer.toHexString(EVENT.length()) + "\r\n" + EVENT;
                            output.write((chunk + "\r\n").getBytes(US_ASCII));
                            // Longer than an ordinary answer may be silent.
                            Thread.sleep(Duration.ofMillis(1700));
                        }
                    } catch (IOException e) {
                        left.countDown();
                        throw e;
                    }
                });
        try (var client = new Socket("127.0.0.1", door.port())) {
            var lines =
                    new BufferedReader(new InputStreamReader(client.getInputStream(), US_ASCII));
            client.getOutputStream()
                    .write(
                            ("GET /api/waiting-rooms/1 HTTP/1.1\r\nHost: door\r\n"
                                            + "Accept: text/event-stream\r\n\r\n")
                                    .getBytes(US_ASCII));
            for (var events = 0; events < 2; ) {
                var line = lines.readLine();
                assertThat(line).isNotNull();
                events += line.equals(EVENT.strip()) ? 1 : 0;
            }
        }
        assertThat(left.await(10, TimeUnit.SECONDS)).as("the door hung up").isTrue();
    }

    private static Duration second() {
        return Duration.ofMillis(1100);
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
