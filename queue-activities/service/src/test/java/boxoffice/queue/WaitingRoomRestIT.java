package boxoffice.queue;

import static org.assertj.core.api.Assertions.assertThat;

import boxoffice.testing.Databases;
import boxoffice.testing.service.ServiceUnderTest;
import boxoffice.testing.service.TestIssuer;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What anybody may know of a waiting room, over real HTTP. */
class WaitingRoomRestIT {

    private final ServiceUnderTest service =
            ServiceUnderTest.shared(QueueService.class, Databases.any());

    @Test
    void tellsAnybodyOfARoom() {
        service.write("insert into waiting_rooms values ('r-1', '2026-12-01 01:02:03.456789')");
        var answer = service.get("/api/waiting-rooms/r-1", null);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .isEqualTo(
                        """
                        {"scheduleId":"r-1","createdAt":"2026-12-01T01:02:03.456789Z"}\
                        """);
    }

    @Test
    void saysThatNoPassIsNeededWhereThereIsNoRoom() {
        assertProblem(service.get("/api/waiting-rooms/r-2", null), 404, "no-waiting-room");
    }

    @Test
    void knowsNoRoomUnderAMalformedId() {
        var tooLong = "r".repeat(41);
        assertProblem(service.get("/api/waiting-rooms/" + tooLong, null), 404, "no-waiting-room");
        assertProblem(service.get("/api/waiting-rooms/%20", null), 404, "no-waiting-room");
        assertProblem(service.get("/api/waiting-rooms/%F0%9F%8E%AB", null), 404, "no-waiting-room");
    }

    @Test
    void distinguishesIdsByTheByte() {
        service.write("insert into waiting_rooms values ('r-upper', utc_timestamp(6))");
        assertProblem(service.get("/api/waiting-rooms/R-UPPER", null), 404, "no-waiting-room");
        assertProblem(service.get("/api/waiting-rooms/r-upper%20", null), 404, "no-waiting-room");
    }

    @Test
    void wantsATokenForEverythingElse() {
        assertProblem(service.get("/api/waiting-rooms", null), 401, "token-missing");
        var post = HttpRequest.newBuilder(service.at("/api/waiting-rooms/r-1"));
        assertProblem(
                service.send(post.POST(HttpRequest.BodyPublishers.noBody()), null),
                401,
                "token-missing");
    }

    @Test
    void refusesATokenThatIsExpiredOrMeantForSomebodyElse() {
        var issuer = TestIssuer.shared();
        var expired = issuer.token("mina", "boxoffice", Duration.ofMinutes(-5));
        assertProblem(service.get("/api/waiting-rooms/r-1", expired), 401, "token-invalid");
        var foreign = issuer.token("mina", "another", Duration.ofMinutes(5));
        assertProblem(service.get("/api/waiting-rooms/r-1", foreign), 401, "token-invalid");
    }

    @Test
    void hasNothingToWriteHere() {
        var put = HttpRequest.newBuilder(service.at("/api/waiting-rooms/r-1"));
        assertProblem(
                service.send(
                        put.PUT(HttpRequest.BodyPublishers.ofString("{}")),
                        TestIssuer.shared().token("mina")),
                405,
                "method-not-allowed");
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).contains("application/problem+json"));
        assertThat(answer.body())
                .contains("\"code\":\"" + code + "\"")
                .containsPattern("\"traceId\":\"[0-9a-f]{32}\"")
                .contains("\"detail\":");
    }
}
