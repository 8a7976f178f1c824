package boxoffice.bench;

import boxoffice.web.PublicReads;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A service with the stack of the house's edge, and nothing behind it. */
@SpringBootApplication(proxyBeanMethods = false)
class EmptyService {

    static final String PATH = "/api/nothing";

    /** The same for whoever has a token. */
    static final String SIGNED_PATH = "/api/nothing/signed";

    public static void main(String[] arguments) {
        SpringApplication.run(EmptyService.class, arguments);
    }

    @Bean
    PublicReads nothing() {
        return new PublicReads(List.of(PATH));
    }

    /** Answers at once, with no body, as a 304 has none. */
    @RestController
    static class Nothing {

        @GetMapping({PATH, SIGNED_PATH})
        @ResponseStatus(HttpStatus.NO_CONTENT)
        void nothing() {}
    }
}
