package dev.rota.flow.triage;

import dev.rota.config.Names;
import dev.rota.config.Problem;
import dev.rota.config.RuleFiles;
import dev.rota.flow.yaml.Source;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The lint of the rules. */
public final class TriageLint {

    private TriageLint() {}

    /** The routes as far as they can be read, and all problems, by file and line. */
    record Linted(List<TriageRoute> routes, List<Problem> problems) {}

    /**
     * All problems of the rules among some files, by file and line.
     *
     * @param names what rules may name
     */
    public static List<Problem> check(RuleFiles files, Names names) {
        return lint(files, names).problems();
    }

    static Linted lint(RuleFiles all, Names names) {
        var problems = new ArrayList<Problem>();
        var triage = new RouteFolder(all);
        var files = triage.read(problems);
        var routes = files.stream()
                .flatMap(file -> new RouteReader(new Source(file, problems), names).routes().stream())
                .toList();
        new RouteLint(routes, triage, problems).check();
        var form = new RouteForm(problems);
        var shadows = new ShadowLint(names, problems);
        routes.forEach(form::check);
        routes.forEach(shadows::check);
        problems.sort(Comparator.comparing(Problem::file).thenComparingInt(Problem::line));
        return new Linted(routes, problems);
    }
}
