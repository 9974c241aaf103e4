package dev.rota.flow.triage;

import dev.rota.config.Problem;
import dev.rota.flow.yaml.Place;
import dev.rota.flow.yaml.RouteFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The files of a triage folder, read once and as one. */
final class RouteFolder {

    private static final String ROUTE_FILE = ".camel.yaml";
    private static final String NAMED = "triage/";
    private static final String TESTS = "tests/";

    private final Path folder;
    private final String shown;

    RouteFolder(Path folder) {
        this.folder = folder.normalize();
        this.shown = slashed(this.folder);
    }

    /** Reads the route files in the order of their names; what looks like one and is not becomes a problem. */
    List<RouteFile> read(List<Problem> problems) {
        var files = new ArrayList<RouteFile>();
        try {
            for (var path : candidates()) {
                var file = file(path);
                if (path.toString().endsWith(ROUTE_FILE)) {
                    files.add(file);
                } else {
                    problems.add(new Place(file, 1).problem("is not read; expected a name that ends in " + ROUTE_FILE));
                }
            }
        } catch (IOException e) {
            problems.add(problem("cannot be read: " + e));
        }
        return files;
    }

    /** A problem of the folder as a whole. */
    Problem problem(String sentence) {
        return new Problem(shown, 1, sentence);
    }

    private List<Path> candidates() throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile)
                    .filter(path -> !inside(path).startsWith(TESTS) && !hidden(path))
                    .filter(path -> path.toString().matches(".*\\.ya?ml"))
                    .sorted(Comparator.comparing(this::inside))
                    .toList();
        }
    }

    private RouteFile file(Path path) throws IOException {
        var inside = inside(path);
        return new RouteFile(NAMED + inside, shown + "/" + inside, Files.readAllBytes(path));
    }

    /** Editors keep drafts, and Kubernetes the files behind its links, under names with a dot in front. */
    private boolean hidden(Path path) {
        return ("/" + inside(path)).contains("/.");
    }

    private String inside(Path path) {
        return slashed(folder.relativize(path));
    }

    private static String slashed(Path path) {
        return path.toString().replace('\\', '/');
    }
}
