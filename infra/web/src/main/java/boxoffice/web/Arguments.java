package boxoffice.web;

import boxoffice.kernel.BuyerId;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** What a controller may take as an argument: the buyer and the Idempotency-Key. */
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
                throw new ApiProblem(
                        HttpStatus.FORBIDDEN,
                        "subject-invalid",
                        "The token's subject is empty or longer than "
                                + BuyerId.LENGTH_MAX
                                + " characters. Ask for another token.");
            }
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
}
