package boxoffice.order;

import static org.assertj.core.api.Assertions.assertThat;

import boxoffice.testing.Databases;
import boxoffice.testing.service.ServiceUnderTest;
import boxoffice.testing.service.TestIssuer;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What every edge answers where no controller does, asked of this one. */
class ProblemsIT {

    private final ServiceUnderTest service =
            ServiceUnderTest.shared(OrderService.class, Databases.any());
    private final String token = TestIssuer.shared().token("mina");

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(service.at(path));
    }

    private static JsonNode problem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
        var body = JsonMapper.shared().readTree(answer.body());
        assertThat(body.path("code").asString()).isEqualTo(code);
        assertThat(body.path("type").asString()).isEqualTo("urn:boxoffice:problem:" + code);
        assertThat(body.path("status").asInt()).isEqualTo(status);
        assertThat(body.path("traceId").asString()).isNotEmpty();
        return body;
    }

    @Test
    void knowsNoOtherPaths() {
        problem(service.send(to("/api/nothing"), token), 404, "not-found");
        problem(service.send(to("/api/orders/a/b/c"), token), 404, "not-found");
    }

    @Test
    void namesTheMethodsThatArePossible() {
        var answer = service.send(to("/api/orders").DELETE(), token);

        problem(answer, 405, "method-not-allowed");
        assertThat(answer.headers().firstValue("Allow")).hasValue("GET");
    }

    @Test
    void refusesToAnswerInAnotherFormat() {
        var asked = to("/api/orders").header("Accept", "image/png");

        problem(service.send(asked, token), 406, "not-acceptable");
    }

    @Test
    void doesNotAskForATokenTwiceForTheDocument() {
        var answer = service.get("/api/openapi/order.json", null);

        assertThat(answer.statusCode()).isEqualTo(200);
        var document = JsonMapper.shared().readTree(answer.body());
        assertThat(document.at("/info/title").asString()).isEqualTo("Boxoffice order");
        assertThat(document.at("/paths/~1api~1orders~1{id}/get/responses/404").isObject()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            delimiter = '|',
            value = {
                "- | en | You have no order",
                "en-US | en | You have no order",
                "de | en | You have no order",
                "ko | ko | 이 번호의 주문이",
                "ko-KR, en;q=0.5 | ko | 이 번호의 주문이",
                "fr, ko;q=0.9, en;q=0.1 | ko | 이 번호의 주문이"
            })
    void speaksTheReadersLanguage(@Nullable String accepted, String language, String sentence) {
        var asked = to("/api/orders/none");
        if (accepted != null) {
            asked.header("Accept-Language", accepted);
        }

        var answer = service.send(asked, token);

        assertThat(problem(answer, 404, "order-not-found").path("detail").asString())
                .startsWith(sentence);
        assertThat(answer.headers().firstValue("Content-Language")).hasValue(language);
        assertThat(answer.headers().allValues("Vary")).contains("Accept-Language");
    }

    @Test
    void saysFactsInEveryLanguage() {
        var asked = to("/api/orders?limit=0").header("Accept-Language", "ko");

        assertThat(
                        problem(service.send(asked, token), 400, "limit-invalid")
                                .path("detail")
                                .asString())
                .isEqualTo("limit은 1부터 100까지의 숫자입니다.");
        assertThat(
                        problem(service.get("/api/orders?limit=0", token), 400, "limit-invalid")
                                .path("detail")
                                .asString())
                .isEqualTo("The limit is a number from 1 to 100.");
    }

    @Test
    void asksForATokenInTheReadersLanguage() {
        var asked = to("/api/orders").header("Accept-Language", "ko");

        assertThat(
                        problem(service.send(asked, null), 401, "token-missing")
                                .path("detail")
                                .asString())
                .startsWith("로그인하세요");
    }

    @Test
    void hasNothingToPostTo() {
        var asked = to("/api/orders").POST(BodyPublishers.ofString("{}"));

        problem(service.send(asked, token), 405, "method-not-allowed");
    }
}
