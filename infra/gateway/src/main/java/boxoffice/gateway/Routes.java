package boxoffice.gateway;

import static org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions.uri;
import static org.springframework.cloud.gateway.server.mvc.handler.GatewayRouterFunctions.route;
import static org.springframework.cloud.gateway.server.mvc.handler.HandlerFunctions.http;
import static org.springframework.web.servlet.function.RequestPredicates.path;

import java.util.Arrays;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.function.RequestPredicate;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/** Which way each path goes. */
@Configuration(proxyBeanMethods = false)
class Routes {

    @Bean
    RouterFunction<ServerResponse> toTheServices(GatewayProperties properties) {
        return Arrays.stream(Destination.values())
                .map(destination ->
                        route(destination.id())
                                .route(anyPathOf(destination), http())
                                .before(Arrivals::check)
                                .before(uri(properties.address(destination)))
                                .before(request -> Exchange.to(destination, request))
                                .build())
                .reduce(RouterFunction::and)
                .orElseThrow();
    }

    private static RequestPredicate anyPathOf(Destination destination) {
        return destination.paths().stream()
                .map(pattern -> path(pattern))
                .reduce(RequestPredicate::or)
                .orElseThrow();
    }
}
