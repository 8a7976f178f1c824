package boxoffice.web;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.web.OAuth2ResourceServerWebSecurityAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.MutableCoercionConfig;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/** One REST edge like the other. */
@AutoConfiguration(
        before = {
            OAuth2ResourceServerWebSecurityAutoConfiguration.class,
            WebMvcAutoConfiguration.class
        })
@Import({ProblemHandler.class, ApiDocument.class, ApiSchemas.class})
class WebConfiguration implements WebMvcConfigurer {

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new Arguments.Buyer());
        resolvers.add(new Arguments.WithRoles());
        resolvers.add(new Arguments.Key());
        resolvers.add(new Arguments.Wait());
    }

    /** Under this name the framework asks for it, too. */
    @Bean
    LocaleResolver localeResolver() {
        return Wording.LOCALES;
    }

    @Bean
    TraceId traceIdFilter() {
        return new TraceId();
    }

    @Bean
    BodyLimit bodyLimitFilter(ObjectProvider<LargeBodies> larger) {
        return new BodyLimit(larger.stream().toList());
    }

    /**
     * A misspelt field, a number in quotes, a text without them or half a won is told to the client
     * rather than guessed at.
     */
    @Bean
    JsonMapperBuilderCustomizer strictJson() {
        return builder ->
                builder.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                        .withCoercionConfig(LogicalType.Textual, WebConfiguration::noText);
    }

    private static void noText(MutableCoercionConfig text) {
        text.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail);
    }

    /** Only for who is told where the queue service's keys are. */
    @Bean
    @ConditionalOnProperty("boxoffice.pass-keys-url")
    RoomPasses roomPasses(@Value("${boxoffice.pass-keys-url}") URI keys, MeterRegistry meters) {
        return new RoomPasses(keys, meters);
    }

    /** Another method is told which ones there are: 405, and not that its path is wrong. */
    @Bean
    HttpFirewall firewall() {
        var firewall = new StrictHttpFirewall();
        firewall.setUnsafeAllowAnyHttpMethod(true);
        return firewall;
    }

    @Bean
    RequestRejectedHandler pathRefusals(JsonMapper json) {
        return new PathRefusals(json);
    }

    @Bean
    SecurityFilterChain api(
            HttpSecurity http,
            ObjectProvider<PublicReads> publicReads,
            ObjectProvider<SignedPosts> signedPosts,
            JsonMapper json)
            throws Exception {
        var refusals = new AuthRefusals(json);
        return http.authorizeHttpRequests(
                        requests -> {
                            publicReads.forEach(reads ->
                                    requests.requestMatchers(
                                                    HttpMethod.GET,
                                                    reads.paths().toArray(String[]::new))
                                            .permitAll());
                            signedPosts.forEach(posts ->
                                    requests.requestMatchers(
                                                    HttpMethod.POST,
                                                    posts.paths().toArray(String[]::new))
                                            .permitAll());
                            requests.requestMatchers("/actuator/health/**", "/error")
                                    .permitAll()
                                    .requestMatchers(HttpMethod.GET, "/api/openapi/*")
                                    .permitAll()
                                    .requestMatchers("/api/**")
                                    .authenticated()
                                    .anyRequest()
                                    .denyAll();
                        })
                .oauth2ResourceServer(server ->
                        server.jwt(Customizer.withDefaults())
                                .authenticationEntryPoint(refusals)
                                .accessDeniedHandler(refusals))
                .exceptionHandling(handling ->
                        handling.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .sessionManagement(
                        sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // A bearer token is sent by code, never by a browser on its own.
                .csrf(csrf -> csrf.disable())
                .build();
    }
}
