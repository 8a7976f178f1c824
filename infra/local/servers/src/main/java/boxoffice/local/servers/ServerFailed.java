package boxoffice.local.servers;

/** A server did not come up or did not do as told; the message says what to do about it. */
public final class ServerFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ServerFailed(String message) {
        super(message);
    }

    public ServerFailed(String message, Throwable cause) {
        super(message, cause);
    }

    /** Of a process that should live: with its exit code, its log and its last words. */
    static ServerFailed of(Daemon daemon, String what) {
        var ended = daemon.exitCode();
        return new ServerFailed(
                daemon.name()
                        + " "
                        + what
                        + (ended.isPresent() ? ", it ended with code " + ended.getAsInt() : "")
                        + "; its log is "
                        + daemon.log()
                        + " and ends with\n"
                        + String.join("\n", daemon.lastLines(15)));
    }
}
