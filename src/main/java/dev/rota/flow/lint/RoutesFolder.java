package dev.rota.flow.lint;

import dev.rota.config.Problem;
import dev.rota.flow.yaml.RouteFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The files of the routes folder, read once.
 *
 * @param shown the folder as problems quote it
 * @param triage the files of the rules, which have a lint of their own
 */
record RoutesFolder(
        String shown,
        List<RouteFile> routes,
        List<RouteFile> kamelets,
        List<RouteFile> triage,
        List<Problem> problems) {

    private static final String ROUTE = ".camel.yaml";
    private static final String KAMELET = ".kamelet.yaml";

    static RoutesFolder read(Path folder) {
        var read = new RoutesFolder(
                slashed(folder.normalize()),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>());
        try (var paths = Files.walk(folder)) {
            for (var path : paths.filter(Files::isRegularFile)
                    .sorted(Comparator.comparing(Path::toString))
                    .toList()) {
                var inside = slashed(folder.relativize(path));
                if (inside.matches(".+\\.ya?ml") && !("/" + inside).contains("/.")) {
                    read.add(new RouteFile(inside, read.shown + "/" + inside, Files.readAllBytes(path)));
                }
            }
        } catch (IOException e) {
            read.problems.add(new Problem(read.shown, 1, "cannot be read: " + e));
        }
        return read;
    }

    /** A problem of a file that is not there. */
    void problem(String file, String sentence) {
        problems.add(new Problem(shown + "/" + file, 1, sentence));
    }

    private void add(RouteFile file) {
        var name = file.name();
        if (name.startsWith("triage/")) {
            triage.add(file);
        } else if (!name.contains("/")) {
            sort(file, name, ROUTE, routes);
        } else if (name.matches("downstream/[^/]+")) {
            sort(file, name, KAMELET, kamelets);
        } else {
            problem(name, "is not read; expected it in the folder itself, in downstream/ or in triage/");
        }
    }

    private void sort(RouteFile file, String name, String ending, List<RouteFile> kind) {
        if (name.endsWith(ending)) {
            kind.add(file);
        } else {
            problem(name, "is not read; expected a name that ends in " + ending);
        }
    }

    private static String slashed(Path path) {
        return path.toString().replace('\\', '/');
    }
}
