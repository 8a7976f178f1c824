package boxoffice.temporal;

import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.serviceclient.GrpcCompression;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** The client and the workers of a service. Nothing here needs Temporal to be up when it starts. */
@AutoConfiguration
@EnableConfigurationProperties(TemporalProperties.class)
class TemporalConfiguration {

    @Bean(destroyMethod = "shutdown")
    WorkflowServiceStubs workflowServiceStubs(TemporalProperties properties) {
        return WorkflowServiceStubs.newServiceStubs(
                WorkflowServiceStubsOptions.newBuilder()
                        .setTarget(properties.target())
                        .setRpcTimeout(properties.rpcTimeout())
                        .setGrpcCompression(
                                properties.gzip() ? GrpcCompression.GZIP : GrpcCompression.NONE)
                        .build());
    }

    @Bean
    WorkflowClient workflowClient(WorkflowServiceStubs stubs, TemporalProperties properties) {
        return WorkflowClient.newInstance(
                stubs,
                WorkflowClientOptions.newBuilder()
                        .setNamespace(properties.namespace())
                        .setDataConverter(Payloads.converter())
                        .build());
    }

    @Bean
    TemporalWorkers temporalWorkers(
            WorkflowClient client,
            TemporalProperties properties,
            List<ActivityWorker> activities,
            List<WorkflowWorker> workflows) {
        return new TemporalWorkers(client, properties, activities, workflows);
    }

    @Bean
    PollersHealthIndicator temporalPollersHealthIndicator(TemporalWorkers workers) {
        return new PollersHealthIndicator(workers);
    }
}
