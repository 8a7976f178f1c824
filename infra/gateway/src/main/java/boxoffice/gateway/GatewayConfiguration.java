package boxoffice.gateway;

import jakarta.servlet.Filter;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class GatewayConfiguration {

    /** Below what a service keeps an idle connection for, lest both end it at once. */
    private static final TimeValue IDLE_MAX = TimeValue.ofSeconds(10);

    /** A connection unused for so long is looked at before it is used: its service may be gone. */
    private static final TimeValue TRUSTED = TimeValue.ofMilliseconds(500);

    /**
     * Passes on and changes nothing: no retry, no redirect, no cookie, no unpacking. The limit of
     * connections to each service keeps one that hangs from taking all that there is.
     */
    @Bean
    CloseableHttpClient http(GatewayProperties properties) {
        var connections =
                PoolingHttpClientConnectionManagerBuilder.create()
                        .setMaxConnPerRoute(properties.connectionsMax())
                        .setMaxConnTotal(properties.connectionsMax() * Destination.values().length)
                        .setDefaultConnectionConfig(
                                ConnectionConfig.custom()
                                        .setConnectTimeout(Timeout.of(properties.connectTimeout()))
                                        .setValidateAfterInactivity(TRUSTED)
                                        .build())
                        .build();
        return HttpClients.custom()
                .setConnectionManager(connections)
                .evictIdleConnections(IDLE_MAX)
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableContentCompression()
                .disableAuthCaching()
                .disableDefaultUserAgent()
                .build();
    }

    /** In this order: what is cut, too, has an id. */
    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> beneathTheFilters(
            JsonMapper json) {
        return server -> {
            server.addEngineValves(new AccessLog(), new TraceIds(), new BrokenAnswers());
            server.addContextCustomizers(context ->
                    context.getParent().getPipeline().addValve(new ServerRefusals(json)));
        };
    }

    /** The services' own limit is for what they read; here it depends on where it goes. */
    @Bean
    FilterRegistrationBean<Filter> noBodyLimitForAll(
            @Qualifier("bodyLimitFilter") Filter bodyLimit) {
        var registration = new FilterRegistrationBean<>(bodyLimit);
        registration.setEnabled(false);
        return registration;
    }
}
