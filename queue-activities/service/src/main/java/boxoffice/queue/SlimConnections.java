package boxoffice.queue;

import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.coyote.http11.Http11NioProtocol;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Small buffers. A server keeps all buffers of a request for as long as it is answered, and whoever
 * follows a place is answered for an hour: as Tomcat has them that is 93 KB for events of a few
 * hundred bytes each.
 */
@Configuration(proxyBeanMethods = false)
class SlimConnections {

    /** Longer than any event, and than most answers; a longer one goes out in parts. */
    private static final int ANSWER_BYTES = 2 * 1024;

    private static final String SOCKET_BYTES = "1024";

    /** Tomcat asks its protocol how large an answer's buffers are to be. */
    public static final class SlimProtocol extends Http11NioProtocol {
        @Override
        public int getDesiredBufferSize() {
            return ANSWER_BYTES;
        }
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> smallBuffers() {
        return server -> {
            server.setProtocol(SlimProtocol.class.getName());
            server.addConnectorCustomizers(connector -> {
                if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> http) {
                    http.setProperty("socket.appReadBufSize", SOCKET_BYTES);
                    http.setProperty("socket.appWriteBufSize", SOCKET_BYTES);
                }
            });
        };
    }
}
