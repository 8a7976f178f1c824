package boxoffice.temporal;

import java.util.List;

/** Declares, as a bean, that this process runs workflows. */
public record WorkflowWorker(String taskQueue, List<Class<?>> implementations) {

    public WorkflowWorker {
        implementations = List.copyOf(implementations);
    }
}
