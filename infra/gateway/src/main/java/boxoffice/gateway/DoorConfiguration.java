package boxoffice.gateway;

import boxoffice.web.RoomPasses;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Who gets past the door. It adds to what every service's edge has: the order of its checks is
 * headers, pages from elsewhere, the address's rate, the token, the buyer's rate, a pass, the path.
 */
@Configuration(proxyBeanMethods = false)
class DoorConfiguration {

    private static final Duration PREFLIGHT_LIFE = Duration.ofHours(1);

    @Bean
    Turnstile addressTurnstile(GatewayProperties properties) {
        return new MemoryTurnstile(properties.addressRate(), properties.callersMax());
    }

    @Bean
    Turnstile buyerTurnstile(GatewayProperties properties) {
        return new MemoryTurnstile(properties.buyerRate(), properties.callersMax());
    }

    @Bean
    Customizer<HttpSecurity> door(
            GatewayProperties properties,
            @Qualifier("addressTurnstile") Turnstile addresses,
            @Qualifier("buyerTurnstile") Turnstile buyers,
            RoomPasses passes,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        var ofAddress =
                new RateLimit(
                        addresses, request -> Optional.of(ClientAddress.of(request)), problems);
        var pass = new PassCheck(passes, problems);
        var ofBuyer = new RateLimit(buyers, DoorConfiguration::buyerOf, problems);
        return http -> {
            http.headers(headers ->
                            headers.contentSecurityPolicy(policy ->
                                            policy.policyDirectives(
                                                    properties.contentSecurityPolicy()))
                                    .referrerPolicy(
                                            policy -> policy.policy(ReferrerPolicy.NO_REFERRER)))
                    .authorizeHttpRequests(DoorConfiguration::byPath)
                    .addFilterAfter(ofAddress, CorsFilter.class)
                    .addFilterAfter(ofBuyer, BearerTokenAuthenticationFilter.class)
                    .addFilterAfter(pass, RateLimit.class);
            if (!properties.allowedOrigins().isEmpty()) {
                http.addFilterAfter(
                        elsewhere(properties.allowedOrigins(), problems), HeaderWriterFilter.class);
            }
        };
    }

    /** The most particular paths come first, as they do on the way. */
    private static void byPath(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
                    requests) {
        requests.requestMatchers(HttpMethod.GET, Pages.PATHS).permitAll();
        for (var destination : Destination.values()) {
            for (var path : destination.publicReads()) {
                requests.requestMatchers(HttpMethod.GET, path).permitAll();
            }
            for (var path : destination.signedPosts()) {
                requests.requestMatchers(HttpMethod.POST, path).permitAll();
            }
            for (var path : destination.paths()) {
                requests.requestMatchers(path).authenticated();
            }
        }
    }

    /** The {@code sub} of a token that was found good; noted for the access log, too. */
    private static Optional<String> buyerOf(HttpServletRequest request) {
        if (SecurityContextHolder.getContext().getAuthentication()
                instanceof JwtAuthenticationToken token) {
            AccessLog.note(request, token.getName());
            return Optional.of(token.getName());
        }
        return Optional.empty();
    }

    private static CorsFilter elsewhere(List<String> origins, HandlerExceptionResolver problems) {
        var cors = new CorsConfiguration();
        cors.setAllowedOrigins(origins);
        cors.setAllowedMethods(List.of("GET", "POST", "PUT", "PATCH", "DELETE"));
        cors.setAllowedHeaders(List.of(CorsConfiguration.ALL));
        cors.setExposedHeaders(List.of("ETag", "Link", "Location", "Retry-After", TraceIds.HEADER));
        cors.setMaxAge(PREFLIGHT_LIFE);
        var source = new UrlBasedCorsConfigurationSource();
        source.registerCorsConfiguration("/api/**", cors);
        var filter = new CorsFilter(source);
        filter.setCorsProcessor(new StrictOrigins(problems));
        return filter;
    }
}
