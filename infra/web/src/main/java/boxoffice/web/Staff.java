package boxoffice.web;

import boxoffice.kernel.PromoterId;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;

/**
 * Who asks for what buyers may not: the {@code sub} of the token and those of its {@code roles}
 * that mean something here. A controller that takes one as an argument is for these roles alone;
 * everybody else gets 403 role-missing.
 *
 * @param subject not blank, {@value PromoterId#LENGTH_MAX} characters at most
 * @param roles at least one
 */
public record Staff(String subject, Set<Role> roles) {

    /** The claim of the token. */
    static final String CLAIM = "roles";

    /** What one may be. */
    public enum Role {
        /** Sees to what is its own. */
        PROMOTER,
        /** Sees to everything. */
        OPERATOR;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Staff {
        roles = Set.copyOf(roles);
        require(roles, EnumSet.allOf(Role.class));
    }

    /** Whether whose it is does not matter. */
    public boolean isOperator() {
        return roles.contains(Role.OPERATOR);
    }

    /** The promoter that this is, if the thing asked for is a promoter's own. */
    public PromoterId promoterId() {
        return new PromoterId(subject);
    }

    /**
     * For what only some of the staff may do.
     *
     * @throws ApiProblem 403 role-missing
     */
    public Staff require(Role role) {
        require(roles, EnumSet.of(role));
        return this;
    }

    private static void require(Set<Role> has, Set<Role> oneOf) {
        if (has.stream().noneMatch(oneOf::contains)) {
            var wanted = oneOf.stream().map(Role::word).collect(Collectors.joining(" or "));
            throw new ApiProblem(
                    HttpStatus.FORBIDDEN,
                    "role-missing",
                    "This needs the role {0}, and your token''s roles do not say so. Sign in as one"
                            + " who has it.",
                    wanted);
        }
    }
}
