package boxoffice.local.system;

/** The system does not start as things are; the message is for whoever typed the command. */
final class StartRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StartRefused(String message) {
        super(message);
    }
}
