package boxoffice.persistence;

import java.time.Clock;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.json.JsonMapper;

/** A service that keeps keys and nothing else. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class PlainService {

    @Bean
    Idempotency idempotency(
            JdbcClient sql, PlatformTransactionManager transactions, JsonMapper json) {
        return new Idempotency(sql, transactions, json, Clock.systemUTC());
    }
}
