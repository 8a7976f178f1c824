package boxoffice.temporal;

import io.grpc.StatusRuntimeException;
import io.temporal.api.workflowservice.v1.GetSystemInfoRequest;
import io.temporal.client.WorkflowClient;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.worker.WorkerOptions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Starts this process's workers last and stops them first: a service that goes down takes no new
 * work, finishes what is in flight, and only then closes its web server and its database pool. A
 * Temporal that is away at the start is waited for in the background, so that reads are served
 * meanwhile.
 */
public final class TemporalWorkers implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(TemporalWorkers.class);
    private static final Duration RETRY_INTERVAL = Duration.ofSeconds(1);
    private static final Duration ANSWER_WAIT = Duration.ofSeconds(1);

    /**
     * The SDK's own second is less than a busy small machine may take to load a saga's classes,
     * which would fail its first workflow tasks for nothing.
     */
    private static final Duration DEADLOCK_AFTER = Duration.ofSeconds(10);

    private final WorkflowClient client;
    private final TemporalProperties properties;
    private final List<ActivityWorker> activities;
    private final List<WorkflowWorker> workflows;

    private volatile @Nullable WorkerFactory factory;
    private volatile @Nullable Thread starter;
    private volatile boolean running;

    TemporalWorkers(
            WorkflowClient client,
            TemporalProperties properties,
            List<ActivityWorker> activities,
            List<WorkflowWorker> workflows) {
        this.client = client;
        this.properties = properties;
        this.activities = List.copyOf(activities);
        this.workflows = List.copyOf(workflows);
    }

    /** Whether the pollers have been started; false while Temporal has not been reached yet. */
    public boolean isPolling() {
        var current = factory;
        return running && current != null && current.isStarted() && !current.isShutdown();
    }

    @Override
    public void start() {
        running = true;
        starter = Thread.ofVirtual().name("temporal-workers-start").start(this::startWhenReachable);
    }

    private void startWhenReachable() {
        while (running) {
            try {
                checkReachable();
                startPolling();
                log.info("Polling Temporal at {}", properties.target());
                return;
            } catch (RuntimeException e) {
                if (!running) {
                    return;
                }
                log.warn(
                        "Temporal at {} is not reached yet: {}", properties.target(), e.toString());
            }
            try {
                Thread.sleep(RETRY_INTERVAL);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void startPolling() {
        var candidate = newFactory();
        factory = candidate;
        try {
            candidate.start();
        } catch (RuntimeException e) {
            factory = null;
            shutDown(candidate, WorkerFactory::shutdownNow);
            throw e;
        }
    }

    /** Stopping workers say goodbye to Temporal, which throws where it is away. */
    private static void shutDown(WorkerFactory factory, Consumer<WorkerFactory> how) {
        try {
            how.accept(factory);
        } catch (StatusRuntimeException e) {
            log.info("Temporal is away and was not told that workers stop: {}", e.toString());
        }
    }

    /**
     * @throws StatusRuntimeException when Temporal does not answer
     */
    void checkReachable() {
        client.getWorkflowServiceStubs()
                .blockingStub()
                .withDeadlineAfter(ANSWER_WAIT.toMillis(), TimeUnit.MILLISECONDS)
                .getSystemInfo(GetSystemInfoRequest.getDefaultInstance());
    }

    private WorkerFactory newFactory() {
        var candidate =
                WorkerFactory.newInstance(
                        client,
                        WorkerFactoryOptions.newBuilder()
                                .setUsingVirtualWorkflowThreads(true)
                                .build());
        for (var worker : activities) {
            candidate
                    .newWorker(
                            worker.taskQueue(),
                            WorkerOptions.newBuilder()
                                    .setMaxConcurrentActivityExecutionSize(worker.slots())
                                    .setUsingVirtualThreadsOnActivityWorker(true)
                                    .build())
                    .registerActivitiesImplementations(worker.activities());
        }
        for (var worker : workflows) {
            candidate
                    .newWorker(
                            worker.taskQueue(),
                            WorkerOptions.newBuilder()
                                    .setDefaultDeadlockDetectionTimeout(DEADLOCK_AFTER.toMillis())
                                    .build())
                    .registerWorkflowImplementationTypes(
                            worker.implementations().toArray(Class<?>[]::new));
        }
        return candidate;
    }

    @Override
    public void stop() {
        running = false;
        var starting = starter;
        if (starting != null) {
            starting.interrupt();
        }
        var current = factory;
        if (current != null) {
            shutDown(current, WorkerFactory::shutdown);
            current.awaitTermination(properties.stopGrace().toMillis(), TimeUnit.MILLISECONDS);
            log.info(
                    current.isTerminated()
                            ? "Workers stopped, nothing in flight"
                            : "Workers stopped, and left something in flight to be sent again");
        }
    }

    @Override
    public boolean isAutoStartup() {
        return properties.polling();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** After everything else has started; before anything else stops. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
