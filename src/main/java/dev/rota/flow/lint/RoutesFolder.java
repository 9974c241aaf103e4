package dev.rota.flow.lint;

import dev.rota.config.Problem;
import dev.rota.flow.yaml.RouteFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * The route files that take effect at a restart, read once.
 *
 * @param shown the folder as problems quote it
 */
record RoutesFolder(String shown, List<RouteFile> files, List<Problem> problems) {

    private static final String ROUTE = ".camel.yaml";

    /** The folders of what swaps, which others read. */
    private static final Set<String> OTHERS = Set.of("triage", "downstream");

    static RoutesFolder read(Path folder) {
        var read = new RoutesFolder(slashed(folder.normalize()), new ArrayList<>(), new ArrayList<>());
        try (var paths = Files.walk(folder)) {
            for (var path : paths.filter(Files::isRegularFile)
                    .sorted(Comparator.comparing(Path::toString))
                    .toList()) {
                read.add(path, slashed(folder.relativize(path)));
            }
        } catch (IOException e) {
            read.problems.add(new Problem(read.shown, 1, "cannot be read: " + e));
        }
        return read;
    }

    /** A problem of one of its files, whether there is one or not. */
    void problem(String file, String sentence) {
        problems.add(new Problem(shown + "/" + file, 1, sentence));
    }

    private void add(Path path, String inside) throws IOException {
        if (!inside.matches(".+\\.ya?ml") || ("/" + inside).contains("/.")) {
            return;
        }
        if (inside.contains("/")) {
            if (!OTHERS.contains(inside.substring(0, inside.indexOf('/')))) {
                problem(inside, "is not read; expected it in the folder itself, in triage/ or in downstream/");
            }
        } else if (inside.endsWith(ROUTE)) {
            files.add(new RouteFile(inside, shown + "/" + inside, Files.readAllBytes(path)));
        } else {
            problem(inside, "is not read; expected a name that ends in " + ROUTE);
        }
    }

    private static String slashed(Path path) {
        return path.toString().replace('\\', '/');
    }
}
