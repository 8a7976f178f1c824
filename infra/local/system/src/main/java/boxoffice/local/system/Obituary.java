package boxoffice.local.system;

import boxoffice.local.servers.Daemon;
import java.util.List;
import java.util.regex.Pattern;

/** What to say when something has died: which, how, where to read, and the lines that matter. */
final class Obituary {
    private static final int LINES_READ = 300;
    private static final int LINES_SHOWN = 8;
    private static final int SIGNAL_BASE = 128;

    private static final Pattern MATTERS =
            Pattern.compile("ERROR|FATAL|Caused by:|Exception|Error:|FAILED|Description:|Action:");

    private Obituary() {}

    static String of(Daemon daemon) {
        var code = daemon.exitCode().orElse(-1);
        var how =
                code > SIGNAL_BASE
                        ? "was ended by signal " + (code - SIGNAL_BASE)
                        : "ended with code " + code;
        return daemon.name()
                + " (process "
                + daemon.pid()
                + ") "
                + how
                + "; its log is "
                + daemon.log()
                + linesThatMatter(daemon.lastLines(LINES_READ));
    }

    private static String linesThatMatter(List<String> lines) {
        var telling =
                lines.stream()
                        .filter(line -> MATTERS.matcher(line).find() && !line.contains(" WARN "))
                        .toList();
        var shown = telling.isEmpty() ? lines : telling;
        var text = new StringBuilder();
        shown.subList(Math.max(0, shown.size() - LINES_SHOWN), shown.size())
                .forEach(line -> text.append("\n    | ").append(line));
        return text.toString();
    }
}
