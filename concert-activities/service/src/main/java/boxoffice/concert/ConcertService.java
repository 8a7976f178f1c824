package boxoffice.concert;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The concert service: REST reads, and the activities that hold, sell and release seats. */
@SpringBootApplication
public class ConcertService {

    public static void main(String[] args) {
        SpringApplication.run(ConcertService.class, args);
    }
}
