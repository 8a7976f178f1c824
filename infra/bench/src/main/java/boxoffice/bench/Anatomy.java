package boxoffice.bench;

import boxoffice.bench.Course.Run;
import com.google.protobuf.Timestamp;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.api.workflowservice.v1.DescribeWorkflowExecutionRequest;
import io.temporal.client.WorkflowClient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where the time of a saga goes, read from the event times of its histories. */
final class Anatomy {

    /** Some are enough, the last ones, which are the warmest. */
    private static final int LOOKED_AT = 100;

    private static final String SAGA = "workflow tasks";

    private final WorkflowClient client;

    Anatomy(WorkflowClient client) {
        this.client = client;
    }

    /** How long one kind of task waited for its worker, and how long it then ran. */
    private record Spans(List<Duration> waits, List<Duration> runs) {}

    /** A table of medians in milliseconds, one line for each kind of task. */
    String of(List<Run> runs) {
        var looked = runs.subList(Math.max(0, runs.size() - LOOKED_AT), runs.size());
        var spans = new LinkedHashMap<String, Spans>();
        looked.forEach(run -> add(client.fetchHistory(run.workflowId()).getEvents(), spans));
        var text = new StringBuilder(cost(looked.getLast().workflowId()));
        text.append("\nms (p50)                  each   waits    runs");
        spans.forEach((kind, seen) ->
                text.append(
                        "\n%-24s %5.1f  %6.1f  %6.1f"
                                .formatted(
                                        kind,
                                        (double) seen.runs().size() / looked.size(),
                                        new Figures(seen.waits()).p50Ms(),
                                        new Figures(seen.runs()).p50Ms())));
        return text.toString();
    }

    private String cost(String workflowId) {
        var info =
                client.getWorkflowServiceStubs()
                        .blockingStub()
                        .describeWorkflowExecution(
                                DescribeWorkflowExecutionRequest.newBuilder()
                                        .setNamespace(client.getOptions().getNamespace())
                                        .setExecution(
                                                WorkflowExecution.newBuilder()
                                                        .setWorkflowId(workflowId))
                                        .build())
                        .getWorkflowExecutionInfo();
        return "%d events, %d state transitions"
                .formatted(info.getHistoryLength(), info.getStateTransitionCount());
    }

    private static void add(List<HistoryEvent> events, Map<String, Spans> spans) {
        var byId = new HashMap<Long, HistoryEvent>();
        for (var event : events) {
            byId.put(event.getEventId(), event);
            if (event.getEventType() == EventType.EVENT_TYPE_ACTIVITY_TASK_COMPLETED) {
                var ended = event.getActivityTaskCompletedEventAttributes();
                var scheduled = known(byId, ended.getScheduledEventId());
                var kind =
                        scheduled
                                .getActivityTaskScheduledEventAttributes()
                                .getActivityType()
                                .getName();
                var queue =
                        scheduled
                                .getActivityTaskScheduledEventAttributes()
                                .getTaskQueue()
                                .getName();
                var name = kind.contains(".") ? kind : queue;
                note(spans, name, scheduled, known(byId, ended.getStartedEventId()), event);
            }
            if (event.getEventType() == EventType.EVENT_TYPE_WORKFLOW_TASK_COMPLETED) {
                var ended = event.getWorkflowTaskCompletedEventAttributes();
                note(
                        spans,
                        SAGA,
                        known(byId, ended.getScheduledEventId()),
                        known(byId, ended.getStartedEventId()),
                        event);
            }
        }
    }

    private static HistoryEvent known(Map<Long, HistoryEvent> byId, long id) {
        var event = byId.get(id);
        if (event == null) {
            throw new IllegalStateException("the history has no event " + id);
        }
        return event;
    }

    private static void note(
            Map<String, Spans> spans,
            String kind,
            HistoryEvent scheduled,
            HistoryEvent started,
            HistoryEvent ended) {
        var seen =
                spans.computeIfAbsent(
                        kind, unseen -> new Spans(new ArrayList<>(), new ArrayList<>()));
        seen.waits().add(between(scheduled, started));
        seen.runs().add(between(started, ended));
    }

    private static Duration between(HistoryEvent from, HistoryEvent to) {
        return Duration.between(instant(from.getEventTime()), instant(to.getEventTime()));
    }

    private static Instant instant(Timestamp time) {
        return Instant.ofEpochSecond(time.getSeconds(), time.getNanos());
    }
}
