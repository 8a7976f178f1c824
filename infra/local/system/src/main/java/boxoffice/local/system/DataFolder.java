package boxoffice.local.system;

import boxoffice.local.servers.Daemon;
import boxoffice.local.servers.Passwords;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * The folder that keeps everything between two starts: data, logs, passwords, and a note of each
 * process, so that one that outlived its launcher is found. Held by one launcher at a time.
 */
final class DataFolder implements AutoCloseable {
    private static final Duration LEFTOVER_GRACE = Duration.ofSeconds(30);

    private final Path folder;
    private final FileChannel lock;

    private DataFolder(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /** Opens it, waiting for whoever holds it, and ends what a killed launcher left running. */
    static DataFolder open(Path folder, Consumer<String> progress) {
        try {
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            var channel =
                    FileChannel.open(
                            folder.resolve("lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                progress.accept("waiting for the other start that uses " + folder + " to end");
                if (!channel.lock().isValid()) {
                    throw new IOException("the lock is not valid");
                }
            }
            var opened = new DataFolder(folder, channel);
            opened.endLeftovers(progress);
            opened.keepOldLogs();
            return opened;
        } catch (OverlappingFileLockException e) {
            throw new IllegalStateException(folder + " is in use in this JVM", e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot use the data folder " + folder, e);
        }
    }

    /** The same at every start. */
    String password(String name) {
        return Passwords.keptIn(folder.resolve("passwords").resolve(name));
    }

    /** Notes a process until this folder is closed in order. */
    void note(Daemon daemon) {
        try {
            var notes = Files.createDirectories(folder.resolve("processes"));
            var started = daemon.handle().info().startInstant();
            if (started.isPresent()) {
                Files.writeString(
                        notes.resolve(Long.toString(daemon.pid())), started.get().toString());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot note the process of " + daemon.name(), e);
        }
    }

    /** A process id may be somebody else's by now; one with the same start time is ours. */
    private void endLeftovers(Consumer<String> progress) throws IOException {
        var notes = Files.createDirectories(folder.resolve("processes"));
        try (var files = Files.newDirectoryStream(notes)) {
            for (var note : files) {
                var started = Files.readString(note);
                ProcessHandle.of(Long.parseLong(note.getFileName().toString()))
                        .filter(left ->
                                left.info()
                                        .startInstant()
                                        .filter(at -> at.toString().equals(started))
                                        .isPresent())
                        .ifPresent(left -> {
                            progress.accept(
                                    "ending process "
                                            + left.pid()
                                            + ", left over from an earlier start");
                            end(left);
                        });
                Files.delete(note);
            }
        }
    }

    private static void end(ProcessHandle process) {
        process.destroy();
        try {
            process.onExit().get(LEFTOVER_GRACE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            process.destroyForcibly();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The logs of the last start stay beside the new ones; older ones go. */
    private void keepOldLogs() throws IOException {
        var logs = Files.createDirectories(folder.resolve("logs"));
        try (var files = Files.newDirectoryStream(logs, "*.log")) {
            for (var log : files) {
                Files.move(
                        log,
                        log.resolveSibling(log.getFileName() + ".old"),
                        StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    /** Writes a file that {@code set -a; . file} and IDEs read, for its owner alone. */
    Path environment(String name, Map<String, String> environment) {
        var file = folder.resolve(name + ".env");
        try {
            Files.deleteIfExists(file);
            Files.createFile(
                    file,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
            var text = new StringBuilder();
            new TreeMap<>(environment)
                    .forEach((key, value) ->
                            text.append(key).append("='").append(value).append("'\n"));
            Files.writeString(file, text);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    /** After everything has ended in order. */
    @Override
    public void close() {
        try {
            try (var notes = Files.newDirectoryStream(folder.resolve("processes"))) {
                for (var note : notes) {
                    Files.delete(note);
                }
            }
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot leave the data folder " + folder, e);
        }
    }
}
