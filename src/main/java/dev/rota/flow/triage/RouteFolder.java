package dev.rota.flow.triage;

import dev.rota.config.Problem;
import dev.rota.config.RuleFiles;
import dev.rota.flow.yaml.Place;
import dev.rota.flow.yaml.RouteFile;
import java.util.ArrayList;
import java.util.List;

/** The files of a triage folder, as one. */
final class RouteFolder {

    private static final String ROUTE_FILE = ".camel.yaml";

    private final RuleFiles files;

    RouteFolder(RuleFiles files) {
        this.files = files;
    }

    /** The route files in the order of their names; what looks like one and is not becomes a problem. */
    List<RouteFile> read(List<Problem> problems) {
        var routes = new ArrayList<RouteFile>();
        for (var file : files.in(RuleFiles.TRIAGE)) {
            if (file.name().endsWith(ROUTE_FILE) && !file.name().startsWith(RuleFiles.TESTS)) {
                routes.add(RouteFile.of(file));
            } else if (!file.name().startsWith(RuleFiles.TESTS)) {
                problems.add(new Place(RouteFile.of(file), 1)
                        .problem("is not read; expected a name that ends in " + ROUTE_FILE));
            }
        }
        problems.addAll(files.problemsIn(RuleFiles.TRIAGE));
        return routes;
    }

    /** A problem of the folder as a whole. */
    Problem problem(String sentence) {
        return new Problem(files.path(RuleFiles.TRIAGE).replaceFirst("/$", ""), 1, sentence);
    }
}
