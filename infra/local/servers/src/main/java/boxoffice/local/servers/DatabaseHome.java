package boxoffice.local.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The folder that a database server lives in: its data, its administrator's password and the kind
 * of server that the data belong to, which never changes.
 */
record DatabaseHome(Path folder) {

    Path data() {
        return folder.resolve("data");
    }

    Path log() {
        return folder.resolve("server.log");
    }

    String adminPassword() {
        return Passwords.keptIn(folder.resolve("admin.password"));
    }

    /** What was installed here; if nothing yet, what this machine has is installed first. */
    DatabaseSoftware installed(DatabaseServer.Choice choice, Consumer<String> progress) {
        try {
            Files.createDirectories(folder);
            return Files.exists(kindFile())
                    ? installedAs(Files.readString(kindFile()).strip())
                    : installNew(choice, progress);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot use the database folder " + folder, e);
        }
    }

    private Path kindFile() {
        return folder.resolve("kind");
    }

    private DatabaseSoftware installedAs(String kind) {
        Optional<DatabaseSoftware> software =
                switch (kind) {
                    case DatabaseSoftware.MySql.KIND -> DatabaseSoftware.mySqlOnPath();
                    case DatabaseSoftware.MariaDb.KIND -> DatabaseSoftware.embeddedMariaDb();
                    default -> Optional.empty();
                };
        return software.orElseThrow(() ->
                new ServerFailed(
                        "the data in "
                                + folder
                                + " were written by a server of kind "
                                + kind
                                + " that is not here any more: put it back on the PATH,"
                                + " or delete the folder to start anew"));
    }

    private DatabaseSoftware installNew(DatabaseServer.Choice choice, Consumer<String> progress)
            throws IOException {
        if (choice == DatabaseServer.Choice.BEST) {
            var mySql = DatabaseSoftware.mySqlOnPath();
            if (mySql.isPresent()) {
                var failure = install(mySql.get());
                if (failure.isEmpty()) {
                    return mySql.get();
                }
                progress.accept(
                        "the mysqld on the PATH cannot make a data folder here, taking the embedded"
                                + " server: "
                                + failure.get());
            }
        }
        progress.accept("installing the embedded database server");
        var mariaDb =
                DatabaseSoftware.embeddedMariaDb()
                        .orElseThrow(() ->
                                new ServerFailed(
                                        "no MySQL on the PATH, and the embedded server"
                                                + " runs on Linux x86-64 only: install"
                                                + " MySQL 9.7 and run again"));
        var failure = install(mariaDb);
        if (failure.isPresent()) {
            throw new ServerFailed("cannot install the embedded database: " + failure.get());
        }
        return mariaDb;
    }

    /** What went wrong, or nothing. The note is written last: it says that all of it is there. */
    private Optional<String> install(DatabaseSoftware software) throws IOException {
        Folders.delete(data());
        var ended = Executables.run(software.install(data()));
        if (!ended.well()) {
            return Optional.of(ended.output());
        }
        Files.writeString(kindFile(), software.kind() + "\n");
        return Optional.empty();
    }
}
