package boxoffice.temporal;

/**
 * Declares, as a bean, that this process runs activities.
 *
 * @param slots how many run at once; about the size of what they share, the database pool
 */
public record ActivityWorker(String taskQueue, Object activities, int slots) {}
