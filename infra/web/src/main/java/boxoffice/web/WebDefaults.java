package boxoffice.web;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * The settings every service's edge has, weakest of all sources so that a service's own
 * configuration wins. Readiness looks at what reads need; the pollers' health is a group beside it.
 */
class WebDefaults implements EnvironmentPostProcessor {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication app) {
        environment.getPropertySources().addLast(new MapPropertySource("boxoffice-web", DEFAULTS));
    }

    private static final Map<String, Object> DEFAULTS =
            Map.ofEntries(
                    Map.entry("spring.threads.virtual.enabled", "true"),
                    Map.entry("spring.main.banner-mode", "off"),
                    Map.entry(
                            "springdoc.api-docs.path",
                            "/api/openapi/${spring.application.name}.json"),
                    Map.entry("springdoc.api-docs.version", "openapi_3_1"),
                    Map.entry("springdoc.paths-to-match", "/api/**"),
                    Map.entry("springdoc.default-consumes-media-type", "application/json"),
                    Map.entry("springdoc.default-produces-media-type", "application/json"),
                    Map.entry("springdoc.override-with-generic-response", "false"),
                    Map.entry("springdoc.writer-with-order-by-keys", "true"),
                    // Nobody takes forms, and one that is broken would be our fault, not the
                    // client's.
                    Map.entry("spring.servlet.multipart.enabled", "false"),
                    Map.entry("server.shutdown", "graceful"),
                    // Whose X-Forwarded-For and -Proto count: a regular expression, nobody's unless
                    // told.
                    Map.entry("server.forward-headers-strategy", "native"),
                    Map.entry(
                            "server.tomcat.remoteip.internal-proxies",
                            "${boxoffice.trusted-proxies:}"),
                    Map.entry("spring.lifecycle.timeout-per-shutdown-phase", "20s"),
                    Map.entry("spring.security.oauth2.resourceserver.jwt.audiences", "boxoffice"),
                    Map.entry("management.endpoints.web.exposure.include", "health"),
                    Map.entry("management.endpoint.health.probes.enabled", "true"),
                    Map.entry(
                            "management.endpoint.health.group.pollers.include", "temporalPollers"),
                    Map.entry("management.endpoint.health.validate-group-membership", "false"));
}
