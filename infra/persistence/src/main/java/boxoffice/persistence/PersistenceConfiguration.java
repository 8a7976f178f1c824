package boxoffice.persistence;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.data.jdbc.autoconfigure.DataJdbcRepositoriesAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.data.jdbc.core.convert.JdbcCustomConversions;

/** What all services' rows have in common. */
@AutoConfiguration(before = DataJdbcRepositoriesAutoConfiguration.class)
class PersistenceConfiguration {

    @Bean
    JdbcCustomConversions jdbcCustomConversions() {
        return new JdbcCustomConversions(Ids.converters());
    }
}
