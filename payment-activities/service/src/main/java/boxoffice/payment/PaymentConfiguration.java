package boxoffice.payment;

import boxoffice.payment.contract.PaymentActivities;
import boxoffice.payment.contract.PaymentAudit;
import boxoffice.persistence.OpenRows;
import boxoffice.temporal.ActivityWorker;
import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the rooms share. */
@Configuration(proxyBeanMethods = false)
class PaymentConfiguration {

    /** Fewer than the pool's 16 connections, so that reads find one while the worker is busy. */
    private static final int SLOTS = 12;

    /** An audit is one call after another, so two slots serve two audits. */
    private static final int AUDIT_SLOTS = 2;

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    ActivityWorker worker(PaymentActivities activities) {
        return new ActivityWorker(PaymentActivities.TASK_QUEUE, activities, SLOTS);
    }

    @Bean
    ActivityWorker auditWorker(PaymentAudit audit) {
        return new ActivityWorker(PaymentAudit.TASK_QUEUE, audit, AUDIT_SLOTS);
    }

    @Bean
    OpenRows openRows(JdbcClient jdbc) {
        return new OpenRows(jdbc, "payments", List.of("CHARGING", "OPEN", "REVERSING"));
    }
}
