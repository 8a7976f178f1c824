package boxoffice.concert;

import static org.assertj.core.api.Assertions.assertThat;

import boxoffice.testing.service.ServiceUnderTest;
import boxoffice.testing.service.TestIssuer;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who speaks to the running service over HTTP, as a promoter unless told otherwise. */
final class Promoter {

    private static final JsonMapper JSON = new JsonMapper();

    /** A hall of two sections with five seats each, and a standing area for twenty. */
    static final String HALL =
            """
            {"name": "작은 홀", "nameEn": "Small Hall", "city": "서울", "timeZone": "Asia/Seoul",
             "stage": {"x": 100, "y": 0},
             "sections": [
              {"section": "A", "name": "Stalls", "rows": [{"row": "1", "seats": [
                {"number": 1, "x": 60, "y": 40, "kind": "WHEELCHAIR"},
                {"number": 2, "x": 80, "y": 40, "kind": "COMPANION", "companionOf": "A-1-1"},
                {"number": 3, "x": 100, "y": 40, "aisleAfter": true},
                {"number": 4, "x": 130, "y": 40},
                {"number": 5, "x": 150, "y": 40}]}]},
              {"section": "B", "rows": [{"row": "가", "seats": [
                {"number": 1, "x": 60, "y": 80}, {"number": 2, "x": 80, "y": 80},
                {"number": 3, "x": 100, "y": 80}, {"number": 4, "x": 120, "y": 80},
                {"number": 5, "x": 140, "y": 80, "nearness": 7}]}]},
              {"section": "P", "name": "Pit", "capacity": 20, "x": 100, "y": 20}]}
            """;

    private final ServiceUnderTest service;
    private final String subject;
    private final String[] roles;

    Promoter(ServiceUnderTest service, String subject, String... roles) {
        this.service = service;
        this.subject = subject;
        this.roles = roles.clone();
    }

    static Promoter park(ServiceUnderTest service) {
        return new Promoter(service, "park", "promoter");
    }

    record Answer(int status, JsonNode body) {

        Answer is(int wanted) {
            assertThat(status).as("%s", body).isEqualTo(wanted);
            return this;
        }

        Answer says(String code) {
            assertThat(text("/code")).as("%s", body).isEqualTo(code);
            return this;
        }

        /** A code among the errors. */
        Answer tells(String code) {
            assertThat(body.at("/errors").valueStream())
                    .as("%s", body)
                    .extracting(error -> error.at("/code").stringValue())
                    .contains(code);
            return this;
        }

        String text(String pointer) {
            return body.at(pointer).asString("");
        }
    }

    Answer get(String path) {
        return send(request(path).GET());
    }

    Answer post(String path, String body) {
        return post(path, UUID.randomUUID().toString(), body);
    }

    Answer post(String path, String key, String body) {
        return send(json(path).header("Idempotency-Key", key).POST(BodyPublishers.ofString(body)));
    }

    Answer put(String path, String body) {
        return send(json(path).PUT(BodyPublishers.ofString(body)));
    }

    Answer patch(String path, String body) {
        return send(json(path).method("PATCH", BodyPublishers.ofString(body)));
    }

    Answer delete(String path) {
        return send(request(path).DELETE());
    }

    Answer csv(String path, String body) {
        return send(
                request(path)
                        .header("Content-Type", "text/csv")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(BodyPublishers.ofString(body)));
    }

    /** A venue with the small hall's map, by its id. */
    String hall() {
        return post("/api/venues", HALL).is(201).text("/venueId");
    }

    String concert() {
        return post("/api/concerts", "{\"title\": \"갈라\"}").is(201).text("/concertId");
    }

    /** A draft in a new hall, 30 seats in three grades, by its id. */
    String draft() {
        return post("/api/concerts/" + concert() + "/schedules", date(hall(), ""))
                .is(201)
                .text("/scheduleId");
    }

    /** The same on sale. */
    String onSale() {
        var schedule = draft();
        post("/api/schedules/" + schedule + "/state", "{\"state\": \"ON_SALE\"}").is(200);
        return schedule;
    }

    /**
     * The body of a date next year, on sale since before.
     *
     * @param more further fields, with a comma before
     */
    static String date(String venue, String more) {
        return """
        {"venueId": "%s", "startsAt": "2030-12-24T19:30", "saleOpensAt": "2026-01-01T10:00:00Z",
         "saleClosesAt": "2030-12-24T18:30",
         "grades": [
          {"grade": "VIP", "price": {"amount": 150000, "currency": "KRW"}, "seats": ["A-1-3"]},
          {"grade": "R", "price": {"amount": 110000, "currency": "KRW"}, "sections": ["A", "B"]},
          {"grade": "S", "price": {"amount": 66000, "currency": "KRW"}, "sections": ["P"]}]
         %s}
        """
                .formatted(venue, more);
    }

    private HttpRequest.Builder json(String path) {
        return request(path).header("Content-Type", "application/json");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(service.at(path));
    }

    private Answer send(HttpRequest.Builder request) {
        var answer = service.send(request, TestIssuer.shared().tokenWithRoles(subject, roles));
        var body = answer.body();
        return new Answer(answer.statusCode(), JSON.readTree(body.isEmpty() ? "{}" : body));
    }
}
