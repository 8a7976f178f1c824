package boxoffice.web;

import boxoffice.kernel.BuyerId;
import boxoffice.kernel.PromoterId;
import java.security.Principal;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** What a controller may take as an argument: who asks, the Idempotency-Key, how long to wait. */
final class Arguments {
    private Arguments() {}

    /** The {@code sub} of the token, and nothing that a body says. */
    static final class Buyer implements HandlerMethodArgumentResolver {
        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == BuyerId.class;
        }

        @Override
        public BuyerId resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            Principal principal = request.getUserPrincipal();
            try {
                return new BuyerId(principal == null ? "" : principal.getName());
            } catch (IllegalArgumentException e) {
                throw subjectInvalid(BuyerId.LENGTH_MAX);
            }
        }
    }

    private static ApiProblem subjectInvalid(int lengthMax) {
        return new ApiProblem(
                HttpStatus.FORBIDDEN,
                "subject-invalid",
                "The token''s subject is empty or longer than {0} characters. Ask for another"
                        + " token.",
                lengthMax);
    }

    /** Where a path lets anybody in, for the sake of its other readers. */
    private static ApiProblem tokenMissing() {
        var problem =
                new ApiProblem(
                        HttpStatus.UNAUTHORIZED,
                        "token-missing",
                        "Sign in: send an Authorization header with a bearer token.");
        problem.getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        return problem;
    }

    /** The token's {@code sub} with its roles; a role that is not known here is none. */
    static final class WithRoles implements HandlerMethodArgumentResolver {
        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Staff.class;
        }

        @Override
        public Staff resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            var principal = request.getUserPrincipal();
            if (principal == null) {
                throw tokenMissing();
            }
            var staff = new Staff(principal.getName(), rolesOf(principal));
            try {
                staff.promoterId();
            } catch (IllegalArgumentException e) {
                throw subjectInvalid(PromoterId.LENGTH_MAX);
            }
            return staff;
        }

        private static EnumSet<Staff.Role> rolesOf(Principal principal) {
            var roles = EnumSet.noneOf(Staff.Role.class);
            if (principal instanceof JwtAuthenticationToken token
                    && token.getTokenAttributes().get(Staff.CLAIM) instanceof Collection<?> said) {
                Arrays.stream(Staff.Role.values())
                        .filter(role -> said.contains(role.word()))
                        .forEach(roles::add);
            }
            return roles;
        }
    }

    static final class Key implements HandlerMethodArgumentResolver {
        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == IdempotencyKey.class;
        }

        @Override
        public IdempotencyKey resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            var header = request.getHeader(IdempotencyKey.HEADER);
            if (header == null) {
                throw new ApiProblem(
                        HttpStatus.BAD_REQUEST,
                        "idempotency-key-missing",
                        "This request moves seats or money: send an Idempotency-Key header, a new"
                                + " UUID for each new request, the same one when you repeat it.");
            }
            return new IdempotencyKey(header);
        }
    }

    static final class Wait implements HandlerMethodArgumentResolver {
        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == PreferredWait.class;
        }

        @Override
        public PreferredWait resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            var headers = request.getHeaderValues(PreferredWait.HEADER);
            return PreferredWait.of(headers == null ? List.of() : List.of(headers));
        }
    }
}
