package boxoffice.queue;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Keeps the waiting rooms: which schedules have one, and which booking uses a pass. */
@SpringBootApplication
public class QueueService {

    public static void main(String[] args) {
        SpringApplication.run(QueueService.class, args);
    }
}
