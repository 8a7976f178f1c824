package boxoffice.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.core.MethodParameter;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.context.request.ServletWebRequest;

/** Who a token makes staff, and who is told what is missing. */
class StaffTest {

    private final Arguments.WithRoles resolver = new Arguments.WithRoles();

    @Test
    void knowsAPromoterAndAnOperatorByTheRolesOfTheToken() throws Exception {
        var park = staff("park", List.of("promoter"));
        assertThat(park.promoterId().value()).isEqualTo("park");
        assertThat(park.isOperator()).isFalse();
        assertThat(staff("kim", List.of("operator", "buyer")).isOperator()).isTrue();
    }

    @Test
    void turnsAwayWhoHasNoneOfTheRolesAndSaysWhichAreNeeded() {
        for (var claim : List.<Object>of(List.of(), List.of("buyer"), "promoter", 7)) {
            assertThatThrownBy(() -> staff("mina", claim))
                    .isInstanceOfSatisfying(
                            ApiProblem.class,
                            problem -> {
                                assertThat(problem.getStatusCode().value()).isEqualTo(403);
                                assertThat(problem.getBody().getProperties())
                                        .containsEntry("code", "role-missing");
                                assertThat(problem.getBody().getDetail())
                                        .contains("promoter or operator");
                            });
        }
        assertThatThrownBy(() -> staff("mina", null)).isInstanceOf(ApiProblem.class);
    }

    @Test
    void asksForOneRoleWhereOnlyThatOneMay() throws Exception {
        var park = staff("park", List.of("promoter"));
        assertThat(park.require(Staff.Role.PROMOTER)).isEqualTo(park);
        assertThatThrownBy(() -> park.require(Staff.Role.OPERATOR))
                .isInstanceOf(ApiProblem.class)
                .hasMessageContaining("403");
    }

    @Test
    void turnsASubjectAwayThatIsTooLong() {
        assertThatThrownBy(() -> staff("p".repeat(121), List.of("promoter")))
                .isInstanceOfSatisfying(
                        ApiProblem.class,
                        problem ->
                                assertThat(problem.getBody().getProperties())
                                        .containsEntry("code", "subject-invalid"));
    }

    void handler(Staff staff) {}

    private Staff staff(String subject, @Nullable Object roles) throws Exception {
        Method handler = StaffTest.class.getDeclaredMethod("handler", Staff.class);
        var parameter = new MethodParameter(handler, 0);
        assertThat(resolver.supportsParameter(parameter)).isTrue();
        var jwt =
                new Jwt(
                        "token",
                        Instant.EPOCH,
                        Instant.EPOCH.plusSeconds(60),
                        Map.of("alg", "RS256"),
                        roles == null
                                ? Map.of("sub", subject)
                                : Map.of("sub", subject, "roles", roles));
        var request = new MockHttpServletRequest();
        request.setUserPrincipal(new JwtAuthenticationToken(jwt));
        return resolver.resolveArgument(parameter, null, new ServletWebRequest(request), null);
    }
}
