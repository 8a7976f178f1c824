package boxoffice.booking;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the process. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class BookingService {

    public static void main(String[] arguments) {
        SpringApplication.run(BookingService.class, arguments);
    }
}
