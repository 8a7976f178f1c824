package boxoffice.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.tools.ToolProvider;

/** Compiles planted classes, so that none of them lies about in a real package. */
final class Compiled {
    private Compiled() {}

    /**
     * @param sources by class name
     */
    static void into(Path folder, Map<String, String> sources) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            var written = new ArrayList<Path>();
            for (var source : sources.entrySet()) {
                var file = folder.resolve(source.getKey().replace('.', '/') + ".java");
                Files.createDirectories(file.getParent());
                written.add(Files.writeString(file, source.getValue()));
            }
            var options = List.of("-d", folder.toString(), "-proc:none");
            var units = files.getJavaFileObjectsFromPaths(written);
            assertThat(compiler.getTask(null, files, null, options, null, units).call())
                    .as("the planted classes compile")
                    .isTrue();
        }
    }
}
