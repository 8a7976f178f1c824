package boxoffice.rules;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** How long files, methods and lines of Java sources may be, in lines and columns. */
record Sizes(int fileLinesMax, int methodLinesMax, int columnsMax) {

    private static final Set<String> NOT_SOURCES =
            Set.of("target", ".git", ".boxoffice", ".mvn", ".idea", ".vscode", ".settings");

    /**
     * A method, and how many lines it takes from its first annotation to its closing brace.
     *
     * @param name with that of its class, such as {@code BookingSaga.sell}
     */
    record Method(Path file, String name, int lines) {}

    /** The Java sources under a folder, those of tests too, without what a build made. */
    static List<Path> sourcesUnder(Path folder) throws IOException {
        var found = new ArrayList<Path>();
        Files.walkFileTree(
                folder,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(Path at, BasicFileAttributes its) {
                        return NOT_SOURCES.contains(String.valueOf(at.getFileName()))
                                ? FileVisitResult.SKIP_SUBTREE
                                : FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes its) {
                        if (file.toString().endsWith(".java")) {
                            found.add(file);
                        }
                        return FileVisitResult.CONTINUE;
                    }
                });
        return found.stream().sorted().toList();
    }

    /** What is longer than it may be, one sentence each. */
    List<String> breaches(List<Path> sources) throws IOException {
        var breaches = new ArrayList<String>();
        for (var source : sources) {
            var lines = Files.readAllLines(source);
            if (lines.size() > fileLinesMax) {
                breaches.add("%s has %d lines".formatted(source, lines.size()));
            }
            for (var i = 0; i < lines.size(); i++) {
                var line = lines.get(i);
                if (columns(line) > columnsMax && !cannotBeBroken(line)) {
                    breaches.add("%s:%d is %d wide".formatted(source, i + 1, columns(line)));
                }
            }
        }
        for (var method : methods(sources)) {
            if (method.lines > methodLinesMax) {
                breaches.add(
                        "%s: %s has %d lines".formatted(method.file, method.name, method.lines));
            }
        }
        return breaches;
    }

    private static int columns(String line) {
        return line.codePointCount(0, line.length());
    }

    /** An import has no place to break, nor has a command to paste in a text block. */
    private static boolean cannotBeBroken(String line) {
        return line.startsWith("import ") || line.endsWith(" \\\\");
    }

    /** Every method and constructor, as the compiler's own parser sees them. */
    static List<Method> methods(List<Path> sources) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, Locale.ROOT, null)) {
            var units = files.getJavaFileObjectsFromPaths(sources);
            var task = (JavacTask) compiler.getTask(null, files, null, List.of(), null, units);
            var found = new ArrayList<Method>();
            var positions = Trees.instance(task).getSourcePositions();
            for (var unit : task.parse()) {
                new Measure(unit, positions, found).scan(unit, null);
            }
            return found;
        }
    }

    private static final class Measure extends TreePathScanner<@Nullable Void, @Nullable Void> {
        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final List<Method> found;

        private Measure(CompilationUnitTree unit, SourcePositions positions, List<Method> found) {
            this.unit = unit;
            this.positions = positions;
            this.found = found;
        }

        @Override
        public @Nullable Void visitMethod(MethodTree method, @Nullable Void none) {
            var lines = unit.getLineMap();
            var first = lines.getLineNumber(positions.getStartPosition(unit, method));
            var last = lines.getLineNumber(positions.getEndPosition(unit, method));
            var owner = ((ClassTree) getCurrentPath().getParentPath().getLeaf()).getSimpleName();
            found.add(
                    new Method(
                            Path.of(unit.getSourceFile().toUri()),
                            owner + "." + method.getName(),
                            (int) (last - first + 1)));
            return super.visitMethod(method, none);
        }
    }
}
